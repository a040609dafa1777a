import { useCallback, useEffect, useRef, useState } from 'react';
import type { Carried } from '#renderer/app/desk-context.ts';
import { shortNumber } from '#renderer/app/short-number.ts';
import { leadingClock, urgencyOf } from '#shared/clocks/urgency.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { CarriedCard } from './carried-card.tsx';
import { mayDrop } from './carried-plan.ts';
import { GhostRack } from './ghost-rack.tsx';
import { clientPointOf, type LiveFrame } from './live-frame.ts';
import type { MapStageProps } from './map-stage-props.ts';
import type { Pin } from './pin.ts';
import { RackLeaders } from './rack-leaders.tsx';
import type { Rect } from './stage-layout.ts';

export interface CarryOverlayProps {
  stage: HTMLElement;
  props: MapStageProps;
  carried: Carried;
  candidates: readonly Candidate[];
  pins: readonly Pin[];
  /** Cases dragged by mouse just now, or null when carried by keys. */
  inAir: readonly string[] | null;
  frames(): readonly LiveFrame[];
  /** The frame the rack floats over, and on which side the sea is. */
  over: Rect;
  side: 'left' | 'right';
  /** Set to what moves the card with the pointer. */
  follower: { current: ((x: number, y: number) => void) | null };
}

const RACK_WIDTH = 240;

/** All that appears while cases are in hand: the rack, its leaders, the trail from the pin and the card at the pointer. */
export function CarryOverlay(all: CarryOverlayProps) {
  const { stage, props, carried, candidates, pins, inAir, frames, over, side, follower } = all;
  const [rack, setRack] = useState<HTMLElement | null>(null);
  const card = useRef<HTMLElement>(null);
  const trail = useRef<SVGPathElement>(null);
  const origin = pins.find(({ incident }) => incident === carried.incident);
  const follow = useCallback(
    (x: number, y: number) => {
      const box = stage.getBoundingClientRect();
      const wide = (card.current?.offsetWidth ?? 0) + 16;
      // Never over the cards it may be dropped on.
      const shelf = rack?.getBoundingClientRect();
      const onShelf = shelf && x > shelf.left - wide && x < shelf.right + 20 && y < shelf.bottom + 60;
      const beside = side === 'right' ? Math.min(x + 20, (shelf?.left ?? 0) - wide) : (shelf?.right ?? 0) + 12;
      const room = onShelf ? beside : x + 20;
      const left = room + wide > box.right ? x - wide + 16 : room;
      if (card.current) card.current.style.transform = `translate(${left}px, ${Math.max(8, y - 60)}px)`;
      const from = origin ? startOf(frames(), origin) : null;
      if (!from) return;
      trail.current?.setAttribute('d', `M${from.x - box.left},${from.y - box.top}L${x - box.left},${y - box.top}`);
    },
    [stage, rack, side, frames, origin],
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
  const verdict = target === null ? null : (candidates.find(({ branch }) => branch === target)?.verdict ?? 'yes');
  const stamp = [target, over.w, over.h, frames().length, ...candidates.map(({ branch }) => branch)].join(' ');
  const place = side === 'right' ? { right: 12, top: over.y + 12 } : { left: 12, top: over.y + 36 };
  return (
    <>
      {rack && (
        <RackLeaders stage={stage} rack={rack} frames={frames} candidates={candidates} target={target} stamp={stamp} />
      )}
      <svg className="map-leaders" aria-hidden="true">
        <path ref={trail} data-kind="trail" />
      </svg>
      <GhostRack
        ref={setRack}
        candidates={candidates}
        target={target}
        clock={props.clock}
        room={over.h - (side === 'right' ? 36 : 60)}
        style={{ ...place, width: RACK_WIDTH }}
        onAim={props.onAim}
        onDrop={(branch) => mayDrop(candidates, branch) && props.onDrop(branch)}
      />
      {inAir && (
        <CarriedCard
          ref={card}
          number={row ? shortNumber(row.number, now) : ''}
          urgency={clock ? urgencyOf(clock, now) : 'met'}
          more={Math.max(0, carried.ticked.length - 1)}
          target={
            target === null || verdict === null
              ? null
              : { code: target, verdict: mayDrop(candidates, target) ? verdict : 'no' }
          }
        />
      )}
    </>
  );
}

function startOf(frames: readonly LiveFrame[], pin: Pin): { x: number; y: number } | null {
  for (const frame of frames) {
    if (frame.key === 'lens' && frames.length > 1) continue;
    const point = clientPointOf(frame, pin.lat, pin.lon);
    const box = frame.map.getContainer().getBoundingClientRect();
    if (point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom) return point;
  }
  return null;
}
