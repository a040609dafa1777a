import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import { useSay } from '#renderer/ui/use-say.ts';
import type { FramePins } from './frame-marks.ts';
import { type LiveFrame, originInFrame } from './live-frame.ts';
import { markWords } from './mark-words.ts';
import type { Mark } from './pin.ts';
import type { StageHands } from './scene.ts';
import { useAfterPaint } from './use-after-paint.ts';
import { useAtMost } from './use-at-most.ts';
import type { FrameLayout } from './use-frame-layout.ts';
import { useRoving } from './use-roving.ts';

/** At most this many marks are listed: the most urgent of those in view. */
const MOST = 200;
/** Where there are very many pins the list follows the map no faster than this, ms: nobody reads it in flight. */
const LATER_MS = 400;

interface Listed {
  mark: Mark;
  /** From the frame's left upper corner, px. */
  x: number;
  y: number;
}

interface Seen {
  listed: readonly Listed[];
  /** All marks in view. */
  inView: number;
  /** Which of those listed holds the incident that had the focus; -1 for none. */
  holder: number;
}

const NOTHING: Seen = { listed: [], inView: 0, holder: -1 };

/**
 * The map's pins and clusters in view as buttons over their marks: one tab stop, arrows between them, a focus ring that
 * needs no canvas. `data-x`, `data-y`: px from the frame's left upper corner.
 */
export const MarkList = memo(function MarkList({
  frame,
  layout,
  pins,
  hands,
  name,
}: {
  frame: LiveFrame;
  layout: FrameLayout;
  pins: Pick<FramePins, 'large'>;
  hands: StageHands;
  name: string;
}) {
  const map = useMap();
  const say = useSay();
  const [pane] = useState(() => map.getPane('list') ?? map.createPane('list'));
  const [{ listed, inView, holder }, setSeen] = useState<Seen>(NOTHING);
  const list = useRef<HTMLUListElement>(null);
  /** An incident of the mark that has the focus. */
  const held = useRef<string | null>(null);
  const roving = useRoving(listed.length);
  const any = useRef(false);
  any.current = listed.length > 0;
  const look = useCallback(() => {
    const { k, x0, y0 } = originInFrame(map);
    const size = map.getSize();
    if (size.x === 0) return;
    const seen = layout
      .at(k)
      .marks.map((mark) => ({ mark, x: Math.round((mark.x + x0) * 10) / 10, y: Math.round((mark.y + y0) * 10) / 10 }))
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= size.x && y <= size.y);
    const listed = seen.reverse().slice(0, MOST);
    const mark = layout.at(k).markOf(held.current);
    setSeen({ listed, inView: seen.length, holder: listed.findIndex((one) => one.mark === mark) });
  }, [map, layout]);
  // A cluster that was opened by key is gone: the focus goes on to the mark that holds the same incident.
  useLayoutEffect(() => {
    if (held.current === null || listed.length === 0 || document.activeElement !== document.body) return;
    list.current?.querySelectorAll('button')[Math.max(0, holder)]?.focus({ preventScroll: true });
  }, [holder, listed]);
  const lookSoon = useAtMost(look, LATER_MS);
  const lookAfter = useAfterPaint(look);
  useEffect(() => {
    const again = () => (pins.large && any.current ? lookSoon() : look());
    again();
    map.on('moveend zoomend resize', again);
    const stop = layout.subscribe(() => (pins.large && any.current ? lookSoon() : lookAfter()));
    return () => {
      stop();
      map.off('moveend zoomend resize', again);
    };
  }, [map, pins, layout, look, lookSoon, lookAfter]);
  return createPortal(
    <ul
      ref={list}
      className="map-list"
      onBlur={({ target }) => {
        // A button that went keeps its claim; one that was left does not.
        const was = held.current;
        queueMicrotask(() => {
          if (target.isConnected && held.current === was) held.current = null;
        });
      }}
      aria-label={
        inView > listed.length
          ? say('map.pins.some', { frame: name, n: listed.length, of: inView })
          : say('map.pins', { frame: name })
      }
      onKeyDown={roving.onKeyDown}
    >
      {listed.map(({ mark, x, y }, i) => {
        const [first] = mark.first(1);
        const at = map.containerPointToLayerPoint([x, y]);
        return (
          <li key={mark.count === 1 ? first?.incident : `${first?.incident}+${mark.count}`}>
            <button
              type="button"
              {...roving.item(i)}
              onFocus={() => {
                roving.item(i).onFocus();
                held.current = first?.incident ?? null;
              }}
              style={{ left: at.x - 12, top: at.y - 12 }}
              aria-label={markWords(mark, say)}
              aria-pressed={mark.selected}
              data-x={x}
              data-y={y}
              data-urgency={mark.urgency}
              data-cases={mark.total}
              {...(mark.count === 1
                ? { 'data-incident': first?.incident }
                : {
                    'data-incidents': mark
                      .first(50)
                      .map((pin) => pin.incident)
                      .join(' '),
                  })}
              onClick={(event) => (event.shiftKey ? hands.pick(mark) : hands.press(frame, mark, null))}
              onContextMenu={(event) => {
                event.preventDefault();
                const box = event.currentTarget.getBoundingClientRect();
                hands.menu(mark, { x: box.right, y: box.bottom });
              }}
            />
          </li>
        );
      })}
    </ul>,
    pane,
  );
});
