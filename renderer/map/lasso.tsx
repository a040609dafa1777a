import { useEffect, useRef } from 'react';
import { insideLoop, lengthOf } from './inside-loop.ts';
import { aimAt, type LiveFrame, originInFrame } from './live-frame.ts';
import { unitX, unitY } from './mercator.ts';
import type { Mark } from './pin.ts';

export interface LassoProps {
  stage: HTMLElement;
  frames(): readonly LiveFrame[];
  /** Nothing is drawn while cases are in hand. */
  off: boolean;
  /** Open cases of the incidents that lie inside. */
  onGather(cases: readonly string[]): void;
  /** Shift and a click on a mark. */
  onPick(mark: Mark): void;
}

/** Shorter than this it was a click, px. */
const CLICK = 8;
/** Px between two points that are kept. */
const STEP = 3;

/** Shift and a drag over the map draw a line; what it encloses is picked, members of clusters one by one. */
export function Lasso(props: LassoProps) {
  const { stage } = props;
  const path = useRef<SVGPathElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    let drawn: { frame: LiveFrame; points: { x: number; y: number }[] } | null = null;
    const show = () => {
      const box = stage.getBoundingClientRect();
      const points = drawn?.points.map(({ x, y }) => `${x - box.left},${y - box.top}`) ?? [];
      path.current?.setAttribute('d', points.length > 1 ? `M${points.join('L')}Z` : '');
    };
    const down = (event: PointerEvent) => {
      if (!event.shiftKey || event.button !== 0 || latest.current.off) return;
      if (!(event.target instanceof Element) || !event.target.closest('.map-canvas')) return;
      const at = aimAt(latest.current.frames(), event.clientX, event.clientY);
      if (!at) return;
      drawn = { frame: at.frame, points: [{ x: event.clientX, y: event.clientY }] };
      stage.setPointerCapture(event.pointerId);
    };
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      const last = drawn?.points.at(-1);
      if (!drawn || !last || Math.hypot(x - last.x, y - last.y) < STEP) return;
      drawn.points.push({ x, y });
      show();
    };
    const stop = () => {
      drawn = null;
      show();
    };
    const up = (event: PointerEvent) => {
      if (!drawn) return;
      const { frame, points } = drawn;
      stop();
      if (lengthOf(points) >= CLICK) latest.current.onGather(casesInside(frame, points));
      else {
        const mark = aimAt([frame], event.clientX, event.clientY)?.mark;
        if (mark) latest.current.onPick(mark);
      }
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drawn) return;
      event.stopPropagation();
      stop();
    };
    stage.addEventListener('pointerdown', down, { capture: true });
    stage.addEventListener('pointermove', move);
    stage.addEventListener('pointerup', up);
    stage.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', key, { capture: true });
    return () => {
      stage.removeEventListener('pointerdown', down, { capture: true });
      stage.removeEventListener('pointermove', move);
      stage.removeEventListener('pointerup', up);
      stage.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', key, { capture: true });
    };
  }, [stage]);
  return (
    <svg className="map-lasso" aria-hidden="true">
      <path ref={path} />
    </svg>
  );
}

function casesInside(frame: LiveFrame, loop: readonly { x: number; y: number }[]): string[] {
  const { k, x0, y0 } = originInFrame(frame.map);
  const box = frame.map.getContainer().getBoundingClientRect();
  return frame.layout().marks.flatMap((mark) =>
    mark.pins.flatMap((pin) => {
      const at = { x: box.left + x0 + unitX(pin.lon) * k, y: box.top + y0 + unitY(pin.lat) * k };
      return insideLoop(loop, at) ? pin.movable : [];
    }),
  );
}

/** Open cases of every incident a frame shows. */
export function casesInView(frame: LiveFrame): string[] {
  const box = frame.map.getContainer().getBoundingClientRect();
  const corners = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.right, y: box.bottom },
    { x: box.left, y: box.bottom },
  ];
  return casesInside(frame, corners);
}
