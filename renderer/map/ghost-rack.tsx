import { type CSSProperties, type Ref, useEffect, useReducer } from 'react';
import type { DeskClock } from '#renderer/app/desk-clock.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { GhostCard } from './ghost-card.tsx';
import { rackRows } from './rack-rows.ts';

export interface GhostRackProps {
  candidates: readonly Candidate[];
  target: string | null;
  clock: DeskClock;
  /** Height there is, px. */
  room: number;
  style: CSSProperties;
  ref: Ref<HTMLElement>;
  onAim(branch: string): void;
  onDrop(branch: string): void;
}

/** The offices that could take what is carried, over the sea: a card is a drop zone and, for the keys, a number. */
export function GhostRack({ candidates, target, clock, room, style, ref, onAim, onDrop }: GhostRackProps) {
  const say = useSay();
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => clock.subscribe(tick), [clock]);
  const heaviest = Math.max(6, ...candidates.map(({ active }) => active));
  return (
    <section ref={ref} className="ghost-rack" style={style} aria-label={say('map.rack')}>
      {candidates.length === 0 && <p className="ghost-waiting">{say('map.rack.waiting')}</p>}
      {rackRows(candidates, room).map(({ candidate, brief }) => (
        <GhostCard
          key={candidate.branch}
          candidate={candidate}
          index={candidates.indexOf(candidate) + 1}
          target={candidate.branch === target}
          brief={brief}
          load={candidate.active / heaviest}
          now={clock.now()}
          onAim={() => onAim(candidate.branch)}
          onDrop={() => onDrop(candidate.branch)}
        />
      ))}
    </section>
  );
}
