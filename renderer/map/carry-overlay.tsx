import { useCallback, useEffect, useRef, useState } from 'react';
import type { Carried } from '#renderer/app/desk-context.ts';
import { shortNumber } from '#renderer/app/short-number.ts';
import { leadingClock, urgencyOf } from '#shared/clocks/urgency.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { CarriedCard } from './carried-card.tsx';
import { mayDrop } from './carried-plan.ts';
import { GhostRack } from './ghost-rack.tsx';
import { type LiveFrame, stagePointOf } from './live-frame.ts';
import type { MapStageProps } from './map-stage-props.ts';
import type { Pin } from './pin.ts';
import { placeCarried } from './place-carried.ts';
import { RackLeaders } from './rack-leaders.tsx';
import type { RackSlot } from './rack-slot.ts';

export interface CarryOverlayProps {
  stage: HTMLElement;
  props: MapStageProps;
  carried: Carried;
  candidates: readonly Candidate[];
  /** Those, and what was asked about others. */
  judged: readonly Candidate[];
  /** Where the carried incident stands; null when it is not shown. */
  origin: Pick<Pin, 'lat' | 'lon'> | null;
  /** Cases dragged by mouse just now, or null when carried by keys. */
  inAir: readonly string[] | null;
  frames(): readonly LiveFrame[];
  slot: RackSlot;
  /** Set to what moves the card with the pointer. */
  follower: { current: ((x: number, y: number) => void) | null };
}

/** All that appears while cases are in hand: the rack, its leaders, the trail from the pin and the card at the pointer. */
export function CarryOverlay(all: CarryOverlayProps) {
  const { stage, props, carried, candidates, judged, origin, inAir, frames, slot, follower } = all;
  const [rack, setRack] = useState<HTMLElement | null>(null);
  const card = useRef<HTMLElement>(null);
  const trail = useRef<SVGPathElement>(null);
  const corner = useRef(0);
  const follow = useCallback(
    (x: number, y: number) => {
      const box = stage.getBoundingClientRect();
      const shelf = rack?.getBoundingClientRect();
      const offices = candidates.flatMap(({ branch }) => {
        const office = branchByCode(branch);
        const at = office ? stagePointOf(stage, frames(), office.lat, office.lon) : null;
        return at ? [{ x: at.x + box.left, y: at.y + box.top }] : [];
      });
      const at = placeCarried(
        { x, y },
        { w: card.current?.offsetWidth ?? 0, h: card.current?.offsetHeight ?? 0 },
        { x: 0, y: 0, w: box.right, h: window.innerHeight },
        shelf ? { x: shelf.left, y: shelf.top, w: shelf.width, h: shelf.height } : null,
        offices,
        corner.current,
      );
      corner.current = at.corner;
      if (card.current) card.current.style.transform = `translate(${at.x}px, ${at.y}px)`;
      const from = origin ? stagePointOf(stage, frames(), origin.lat, origin.lon) : null;
      if (from) trail.current?.setAttribute('d', `M${from.x},${from.y}L${x - box.left},${y - box.top}`);
    },
    [stage, rack, frames, origin, candidates],
  );
  useEffect(() => {
    follower.current = follow;
    return () => {
      follower.current = null;
    };
  }, [follower, follow]);
  const row = props.rows.find((one) => one.case === carried.cases[0]);
  const now = props.clock.now();
  const clock = row ? leadingClock(row.clocks, now) : null;
  const { target } = carried;
  const judgement = judged.find(({ branch }) => branch === target) ?? null;
  const stamp = [target, slot.x, slot.y, slot.room, frames().length, ...candidates.map(({ branch }) => branch)].join(
    ' ',
  );
  return (
    <>
      {rack && (
        <RackLeaders
          stage={stage}
          rack={rack}
          frames={frames}
          candidates={candidates}
          target={target}
          side={slot.side}
          stamp={stamp}
        />
      )}
      <svg className="map-leaders" aria-hidden="true">
        <path ref={trail} data-kind="trail" />
      </svg>
      <GhostRack
        ref={setRack}
        candidates={candidates}
        target={target}
        clock={props.clock}
        slot={slot}
        onAim={props.onAim}
        onDrop={(branch) => mayDrop(candidates, branch) && props.onDrop(branch)}
      />
      {inAir && (
        <CarriedCard
          ref={card}
          number={row ? shortNumber(row.number, now) : ''}
          urgency={clock ? urgencyOf(clock, now) : 'met'}
          more={Math.max(0, carried.ticked.length - 1)}
          target={target}
          judgement={judgement}
        />
      )}
    </>
  );
}
