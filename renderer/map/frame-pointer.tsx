import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { disableNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview';
import type { LeafletMouseEvent } from 'leaflet';
import { useEffect, useRef } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import { cargoOf } from '#renderer/app/carry-cargo.ts';
import { aimAt, type LiveFrame } from './live-frame.ts';
import type { StageHands } from './scene.ts';

/** What is dragged, from here or from the queue. */
export interface CasesData extends Record<string | symbol, unknown> {
  type: 'cases';
  cases: string[];
}

/** Reading, pressing and dragging pins of one frame; the map's own pan gives way while a pin is under the pointer. */
export function FramePointer({ frame, hands }: { frame: LiveFrame; hands: StageHands }) {
  const map = useMap();
  const latest = useRef({ frame, hands });
  latest.current = { frame, hands };
  const at = (event: LeafletMouseEvent) => aimAt([frame], event.originalEvent.clientX, event.originalEvent.clientY);
  useMapEvents({
    mousemove(event) {
      const aimed = at(event);
      if (!aimed) return;
      map.getContainer().classList.toggle('map-over-mark', aimed.mark !== null);
      const branch = aimed.branch?.code ?? hands.catchmentAt(aimed.lat, aimed.lon);
      hands.hover({ frame, mark: aimed.mark, branch });
    },
    mouseout: () => hands.hover(null),
    click(event) {
      // A key on the hidden list of pins also arrives here as a click.
      if ((event.originalEvent.target as Element | null)?.closest('.map-list')) return;
      // With Shift it is the lasso's.
      if (event.originalEvent.shiftKey) return;
      const aimed = at(event);
      if (aimed) hands.press(frame, aimed.mark, aimed.branch?.code ?? hands.catchmentAt(aimed.lat, aimed.lon));
    },
    contextmenu(event) {
      if ((event.originalEvent.target as Element | null)?.closest('.map-list')) return;
      event.originalEvent.preventDefault();
      const mark = at(event)?.mark;
      const { clientX: x, clientY: y } = event.originalEvent;
      if (mark) hands.menu(mark, { x, y });
    },
  });
  useEffect(() => {
    const container = map.getContainer();
    const pinAt = (x: number, y: number) => {
      const mark = aimAt([latest.current.frame], x, y)?.mark;
      const pin = mark?.count === 1 ? mark.pins[0] : undefined;
      return pin && pin.movable.length > 0 ? pin : undefined;
    };
    const freePan = () => map.dragging.enable();
    const holdPan = (event: PointerEvent) => {
      if (event.button === 0 && pinAt(event.clientX, event.clientY)) map.dragging.disable();
      else freePan();
    };
    container.addEventListener('pointerdown', holdPan, { capture: true });
    window.addEventListener('pointerup', freePan);
    const stop = draggable({
      element: container,
      canDrag: ({ input }) => !input.shiftKey && pinAt(input.clientX, input.clientY) !== undefined,
      getInitialData: ({ input }): CasesData => ({
        type: 'cases',
        cases: [...(pinAt(input.clientX, input.clientY)?.movable ?? [])],
      }),
      getInitialDataForExternal: ({ input }) => cargoOf(pinAt(input.clientX, input.clientY)?.movable ?? []),
      onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
      onDragStart: ({ source }) => latest.current.hands.lift((source.data as CasesData).cases),
      onDrop: freePan,
    });
    return () => {
      stop();
      container.removeEventListener('pointerdown', holdPan, { capture: true });
      window.removeEventListener('pointerup', freePan);
    };
  }, [map]);
  return null;
}
