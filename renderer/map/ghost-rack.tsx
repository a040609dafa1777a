import { type Ref, useEffect, useReducer } from 'react';
import type { DeskClock } from '#renderer/app/desk-clock.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { GhostCard } from './ghost-card.tsx';
import { rackFit } from './rack-rows.ts';
import { RACK_WIDTH, type RackSlot } from './rack-slot.ts';

export interface GhostRackProps {
  candidates: readonly Candidate[];
  target: string | null;
  clock: DeskClock;
  slot: RackSlot;
  ref: Ref<HTMLElement>;
  onAim(branch: string): void;
  onDrop(branch: string): void;
}

/** The offices that could take what is carried, over the sea: a card is a drop zone and, for the keys, a number. */
export function GhostRack({ candidates, target, clock, slot, ref, onAim, onDrop }: GhostRackProps) {
  const say = useSay();
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => clock.subscribe(tick), [clock]);
  const { rows, gap } = rackFit(candidates, slot.room);
  const style = { left: slot.x, top: slot.y, width: RACK_WIDTH, gap };
  const heaviest = Math.max(6, ...candidates.map(({ active }) => active));
  return (
    <section ref={ref} className="ghost-rack" style={style} aria-label={say('map.rack')}>
      {candidates.length === 0 && <p className="ghost-waiting">{say('map.rack.waiting')}</p>}
      {rows.map(({ candidate, size }) => (
        <GhostCard
          key={candidate.branch}
          candidate={candidate}
          index={candidates.indexOf(candidate) + 1}
          target={candidate.branch === target}
          size={size}
          load={candidate.active / heaviest}
          now={clock.now()}
          onAim={() => onAim(candidate.branch)}
          onDrop={() => onDrop(candidate.branch)}
        />
      ))}
    </section>
  );
}
