import { useRef } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { shortNumber } from '#renderer/app/short-number.ts';
import { judgementOf } from '#renderer/app/store/take-in-hand.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { CarriedCard } from '#renderer/map/carried-card.tsx';
import { placeCarried } from '#renderer/map/place-carried.ts';
import { useCarryAcross } from './use-carry-across.ts';
import '#renderer/map/carry.css';

interface LoadCarryProps {
  /** What cases are carried over. */
  view: HTMLElement | null;
  open: readonly Judged[];
}

/** Cases in the air over the load list, and the card at the pointer that says what a release will do. */
export function LoadCarry({ view, open }: LoadCarryProps) {
  const { clock } = useDesk();
  const carried = usePicture((picture) => picture.carried);
  // Dropped, and still in hand while the dialog asks: nothing is in the air any more.
  const asking = usePicture((picture) => picture.overlay === 'assign');
  const card = useRef<HTMLElement>(null);
  const corner = useRef(0);
  useCarryAcross(view, (x, y) => {
    if (!card.current) return;
    const { offsetWidth: w, offsetHeight: h } = card.current;
    const room = { x: 0, y: 0, w: window.innerWidth, h: window.innerHeight };
    const at = placeCarried({ x, y }, { w, h }, room, null, [], corner.current);
    corner.current = at.corner;
    card.current.style.transform = `translate(${at.x}px, ${at.y}px)`;
  });
  if (carried?.via !== 'drag' || asking) return null;
  const first = open.find(({ row }) => row.case === carried.ticked[0]);
  const { target } = carried;
  return (
    <CarriedCard
      ref={card}
      number={first ? shortNumber(first.row.number, clock.now()) : ''}
      urgency={first?.urgency ?? 'met'}
      more={Math.max(0, carried.ticked.length - 1)}
      target={target}
      judgement={target === null ? null : (judgementOf(carried, target) ?? null)}
    />
  );
}
