import { X } from 'lucide-react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import { formatTime } from '#shared/text/format.ts';

/** Says that the day ruler narrows queue and map, and undoes it. */
export function SpanChip() {
  const say = useSay();
  const { verbs } = useDesk();
  const span = usePicture((picture) => picture.filter.span);
  if (!span) return null;
  return (
    <p className="queue-span">
      {spanWords(span, say)}
      <IconButton icon={X} size={14} label={say('queue.span.clear')} onClick={() => verbs.setFilter({ span: null })} />
    </p>
  );
}

/** `Tamat 13:40–14:05`, one time when both are the same minute, `Tamat sebelum 12:32` for all that was before. */
function spanWords({ from, to }: { from: number; to: number }, say: Say): string {
  const [first, last] = [formatTime(from), formatTime(to - 1)];
  if (from === 0) return say('queue.span.before', { to: formatTime(to) });
  return first === last ? say('queue.span.at', { at: first }) : say('queue.span', { from: first, to: last });
}
