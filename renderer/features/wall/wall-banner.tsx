import { Unplug } from 'lucide-react';
import { sayAge } from '#renderer/app/data-age.ts';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import { formatMoment } from '#shared/text/format.ts';
import type { WallTrouble } from './wall-staleness.ts';

/** Across the wall while its data is stale: age first, then cause, since when, and what still holds. */
export function WallBanner({ trouble, now }: { trouble: WallTrouble; now: number }) {
  const say = useSay();
  const { cause, since } = trouble;
  return (
    <div className="wall-banner" role="alert">
      <Unplug size={46} strokeWidth={1.75} aria-hidden />
      <b>{headOf(trouble, now, say)}</b>
      <span>
        {cause === 'lost' || cause === 'store'
          ? say(cause === 'lost' ? 'wall.lost.words' : 'wall.stale.store.words')
          : say(`wall.stale.${cause}`, { at: formatMoment(say.lang, since, now) })}
      </span>
    </div>
  );
}

function headOf({ cause, syncedAt }: WallTrouble, now: number, say: Say): string {
  if (cause === 'lost') return say('wall.lost');
  if (cause === 'store') return say('wall.stale.store');
  return syncedAt === null ? say('wall.stale.never') : say('wall.stale', { age: sayAge(say, now - syncedAt) });
}
