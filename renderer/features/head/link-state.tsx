import { Link2, Link2Off, Loader, ShieldX, UserX } from 'lucide-react';
import { useCallback } from 'react';
import { sayAge } from '#renderer/app/data-age.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { linkWord } from '#renderer/app/staleness.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

/** The age counts by the second; the word is looked at again this often. */
const LOOK_EVERY_MS = 10_000;
const ICONS = {
  live: Link2,
  connecting: Loader,
  offline: Link2Off,
  refused: ShieldX,
  silent: Link2Off,
  unsigned: UserX,
} as const;

/** The link to central in words and, below, how old the data is; it counts up by itself. */
export function LinkState() {
  const say = useSay();
  const { clock } = useDesk();
  const now = useNow(LOOK_EVERY_MS);
  const link = usePicture((picture) => linkWord(picture.link, now, picture.session.user !== null));
  const syncedAt = usePicture((picture) => picture.link?.syncedAt ?? null);
  const age = useCallback(
    (now: number) =>
      syncedAt === null ? say('desk.link.never') : say('desk.link.age', { age: sayAge(say, now - syncedAt) }),
    [say, syncedAt],
  );
  const Icon = ICONS[link];
  return (
    <div className="link-state" data-link={link}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span>
        <span role="status">{say(`desk.link.${link}`)}</span>
        <small>
          <TickingText clock={clock} text={age} />
        </small>
      </span>
    </div>
  );
}
