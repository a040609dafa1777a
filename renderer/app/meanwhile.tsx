import { useSay } from '#renderer/ui/use-say.ts';
import { movedMeanwhile } from './store/take-in-hand.ts';
import { usePicture } from './use-picture.ts';

/** What somebody else did with the cases in hand since they were taken; nothing while they stand as they did. */
export function Meanwhile() {
  const say = useSay();
  const carried = usePicture((picture) => picture.carried);
  const rows = usePicture((picture) => picture.rows);
  const [first, ...others] = carried && rows ? movedMeanwhile(rows, carried) : [];
  if (!first) return null;
  return (
    <small className="meanwhile" role="status">
      {first.lead === null
        ? say('assign.meanwhile.nobody', { number: first.number })
        : say('assign.meanwhile', { number: first.number, code: first.lead })}
      {others.length > 0 ? ` ${say('map.more', { n: others.length })}` : ''}
    </small>
  );
}
