import { Unplug } from 'lucide-react';
import { sayAge } from '#renderer/app/data-age.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatMoment } from '#shared/text/format.ts';
import type { WallTrouble } from './wall-staleness.ts';

/** Across the wall while its data is stale: age first, then cause, since when, and what still holds. */
export function WallBanner({ trouble, now }: { trouble: WallTrouble; now: number }) {
  const say = useSay();
  const { cause, since, syncedAt } = trouble;
  return (
    <div className="wall-banner" role="alert">
      <Unplug size={46} strokeWidth={1.75} aria-hidden />
      <b>
        {cause === 'lost'
          ? say('wall.lost')
          : syncedAt === null
            ? say('wall.stale.never')
            : say('wall.stale', { age: sayAge(say, now - syncedAt) })}
      </b>
      <span>
        {cause === 'lost'
          ? say('wall.lost.words')
          : say(`wall.stale.${cause}`, { at: formatMoment(say.lang, since, now) })}
      </span>
    </div>
  );
}
