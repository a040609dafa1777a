import { X } from 'lucide-react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { QueueColumn } from '#shared/contract/view/arrangement.ts';

/** Says that single columns narrow queue and map, and undoes it. */
export function ColumnFilterChip() {
  const say = useSay();
  const { verbs } = useDesk();
  const asked = usePicture(({ filter }) => filter.columns);
  const wanted = Object.entries(asked ?? {}).filter(([, words]) => words.trim() !== '');
  if (wanted.length === 0) return null;
  const words = wanted.map(([column, said]) => `${say(`queue.column.${column as QueueColumn}`)}: ${said}`).join(' · ');
  return (
    <p className="queue-span">
      {words}
      <IconButton
        icon={X}
        size={14}
        label={say('arrange.filter.clear')}
        onClick={() => verbs.setFilter({ columns: {} })}
      />
    </p>
  );
}
