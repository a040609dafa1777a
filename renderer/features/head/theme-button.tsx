import { Contrast, Moon, Sun } from 'lucide-react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

const ICONS = { dark: Moon, light: Sun, hc: Contrast } as const;
const NEXT = { dark: 'light', light: 'hc', hc: 'dark' } as const;

/** Dark, light, high contrast, in turn. */
export function ThemeButton() {
  const say = useSay();
  const { verbs } = useDesk();
  const theme = usePicture((picture) => picture.session.theme);
  return (
    <IconButton
      icon={ICONS[theme]}
      label={say('desk.theme.next', { theme: say(`desk.theme.${theme}`) })}
      onClick={() => verbs.setTheme(NEXT[theme])}
    />
  );
}
