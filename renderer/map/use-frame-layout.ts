import type { Map as LeafletMap } from 'leaflet';
import { useMemo, useRef } from 'react';
import { FrameMarks, type FramePins, type FrameView } from './frame-marks.ts';
import { layoutMarks, type MarkLayout } from './layout-marks.ts';
import { originInFrame } from './live-frame.ts';
import { useScene } from './scene.ts';
import type { UnitBox } from './unit-box.ts';

/** What stands on a frame. */
export interface FrameLayout {
  /** The layout at a scale (px per unit); the last one made is kept. */
  at(k: number): MarkLayout;
  /** Calls the listener when another layout is to be asked for. @returns what ends it. */
  subscribe(listener: () => void): () => void;
}

const frameNow = () => performance.now();

/**
 * The layout of one frame's pins. What changes on the map makes no new object: those who draw listen, nothing is rendered.
 * @param half what it shows pins of.
 */
export function useFrameLayout(pins: FramePins, half: UnitBox, codes: boolean, map: LeafletMap | null): FrameLayout {
  const { branches, towns, size, measure, selectedIncident: selected } = useScene();
  const shown = useRef(map);
  shown.current = map;
  const frame = useMemo(() => new FrameMarks(pins, half, frameNow), [pins, half]);
  return useMemo(() => {
    const want = { size, selected };
    let last: { view: FrameView; layout: MarkLayout } | null = null;
    return {
      at(k) {
        const view = frame.at(k, shown.current ? viewOf(shown.current) : half, want);
        if (last?.view !== view || last.layout.k !== k) {
          last = { view, layout: layoutMarks({ ...view, branches, towns, k, size, codes, measure }) };
        }
        return last.layout;
      },
      subscribe: (listener) => frame.subscribe(listener),
    };
  }, [frame, half, branches, towns, size, measure, selected, codes]);
}

/** What a map shows, map units. */
function viewOf(map: LeafletMap): UnitBox {
  const { k, x0, y0 } = originInFrame(map);
  const { x: width, y: height } = map.getSize();
  return { left: -x0 / k, top: -y0 / k, right: (width - x0) / k, bottom: (height - y0) / k };
}
