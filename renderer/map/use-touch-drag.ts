import { useEffect, useRef, useState } from 'react';

export interface TouchDragHands {
  /** Cases of the pin under a point of the window, px; empty where there is none that may be moved. */
  pinnedAt(x: number, y: number): readonly string[];
  lift(cases: readonly string[]): void;
  /** False once somebody let go, by Esc for instance. */
  holding(): boolean;
  follow(x: number, y: number): void;
  aim(x: number, y: number): void;
  drop(x: number, y: number): void;
  letGo(): void;
}

/** So long a finger rests before it takes the case up; a shorter press taps, a moving finger scrolls or pans. */
const HOLD_MS = 250;
/** Px a resting finger may tremble. */
const TREMBLE = 10;

/** Taking up by a long press of a finger, from a row, a pin or a list of a cluster. @returns the cases in the air, or null. */
export function useTouchDrag(stage: HTMLElement | null, hands: TouchDragHands): readonly string[] | null {
  const [inAir, setInAir] = useState<readonly string[] | null>(null);
  const latest = useRef(hands);
  latest.current = hands;
  useEffect(() => {
    if (!stage) return;
    let finger: { id: number; x: number; y: number; timer: number; lifted: boolean } | null = null;
    const end = () => {
      if (finger) clearTimeout(finger.timer);
      finger = null;
      setInAir(null);
    };
    const down = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      // A second finger pinches; whatever the first held is let go.
      if (finger) {
        if (finger.lifted) latest.current.letGo();
        return end();
      }
      const { clientX: x, clientY: y } = event;
      const cases = casesUnder(event.target, () => latest.current.pinnedAt(x, y));
      if (cases.length === 0) return;
      const timer = window.setTimeout(() => {
        if (!finger) return;
        finger.lifted = true;
        setInAir(cases);
        latest.current.lift(cases);
        latest.current.follow(finger.x, finger.y);
      }, HOLD_MS);
      finger = { id: event.pointerId, x, y, timer, lifted: false };
    };
    const move = ({ pointerId, clientX: x, clientY: y }: PointerEvent) => {
      if (finger?.id !== pointerId) return;
      if (!finger.lifted) {
        if (Math.hypot(x - finger.x, y - finger.y) > TREMBLE) end();
        return;
      }
      if (!latest.current.holding()) return end();
      latest.current.follow(x, y);
      latest.current.aim(x, y);
    };
    const up = ({ pointerId, clientX, clientY }: PointerEvent) => {
      if (finger?.id !== pointerId) return;
      const drops = finger.lifted && latest.current.holding();
      end();
      if (drops) latest.current.drop(clientX, clientY);
    };
    const cancel = ({ pointerId }: PointerEvent) => {
      if (finger?.id !== pointerId) return;
      if (finger.lifted) latest.current.letGo();
      end();
    };
    // While a finger carries nothing scrolls, no menu opens, and the browser begins no drag of its own.
    const hush = (event: Event) => {
      if (!finger?.lifted) return;
      event.preventDefault();
      if (event.type !== 'touchmove') event.stopImmediatePropagation();
    };
    const active = { capture: true, passive: false } as const;
    window.addEventListener('pointerdown', down, { capture: true });
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    for (const type of HUSHED) window.addEventListener(type, hush, active);
    return () => {
      end();
      window.removeEventListener('pointerdown', down, { capture: true });
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      for (const type of HUSHED) window.removeEventListener(type, hush, active);
    };
  }, [stage]);
  return inAir;
}

const HUSHED = ['touchmove', 'contextmenu', 'dragstart'] as const;

function casesUnder(target: EventTarget | null, pinned: () => readonly string[]): readonly string[] {
  if (!(target instanceof Element)) return [];
  const row = target.closest<HTMLElement>('.queue-row[data-case]');
  if (row) return row.dataset.case ? [row.dataset.case] : [];
  const listed = target.closest<HTMLElement>('[data-lift]')?.dataset.lift;
  if (listed) return listed.split(' ');
  return target.closest('.map-canvas') ? pinned() : [];
}
