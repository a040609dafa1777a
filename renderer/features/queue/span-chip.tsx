import { X } from 'lucide-react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatTime } from '#shared/text/format.ts';

/** Says that the day ruler narrows queue and map, and undoes it. */
export function SpanChip() {
  const say = useSay();
  const { verbs } = useDesk();
  const span = usePicture((picture) => picture.filter.span);
  if (!span) return null;
  return (
    <p className="queue-span">
      {say('queue.span', { from: span.from === 0 ? '' : formatTime(span.from), to: formatTime(span.to) })}
      <IconButton icon={X} size={14} label={say('queue.span.clear')} onClick={() => verbs.setFilter({ span: null })} />
    </p>
  );
}
