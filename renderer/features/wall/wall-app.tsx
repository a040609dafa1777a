import { useMemo } from 'react';
import { clockTrouble } from '#renderer/app/clock-trouble.ts';
import type { DeskClock } from '#renderer/app/desk-clock.ts';
import { WallMap } from '#renderer/map/wall-map.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { WallPicture } from '#shared/contract/view/wall.ts';
import { lateList } from './late-list.ts';
import { LateNow } from './late-now.tsx';
import { useWallNow } from './use-wall-now.ts';
import { WallAlarms } from './wall-alarms.tsx';
import { WallBanner } from './wall-banner.tsx';
import { wallCounts } from './wall-counts.ts';
import { WallFoot } from './wall-foot.tsx';
import { WallHead } from './wall-head.tsx';
import { wallTrouble } from './wall-staleness.ts';

interface WallAppProps {
  picture: WallPicture;
  clock: DeskClock;
  /** When the console stopped answering, ms since 1970; null while it answers. */
  lostSince: number | null;
}

/** The wall: counts, what nobody acknowledged, map, what is late now by office, results; and how old all of it is. Nothing here can be pressed. */
export function WallApp({ picture, clock, lostSince }: WallAppProps) {
  const say = useSay();
  const now = useWallNow(clock);
  const trouble = wallTrouble(picture.link, lostSince, now, picture.alarms.trouble);
  const guessing = clockTrouble(picture.link, now)?.kind === 'guess';
  const alarmed = picture.alarms.unheard > 0 || picture.alarms.silent || guessing;
  const counts = useMemo(() => wallCounts(picture.cases, now), [picture.cases, now]);
  const late = useMemo(() => lateList(picture.cases, now), [picture.cases, now]);
  return (
    <div className="wall" data-stale={trouble ? '' : undefined} data-profile={picture.profile}>
      <WallHead picture={picture} counts={counts} trouble={trouble} now={now} />
      {trouble ? <WallBanner trouble={trouble} now={now} /> : null}
      <WallAlarms alarms={picture.alarms} guessing={guessing} now={now} />
      <main className="wall-stage" aria-label={say('wall.map')}>
        <WallMap cases={picture.cases} clock={clock} />
        <LateNow lines={late} short={trouble !== null || alarmed} />
      </main>
      <WallFoot picture={picture} paused={counts.paused} />
    </div>
  );
}
