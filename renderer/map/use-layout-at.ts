import type { Map as LeafletMap } from 'leaflet';
import { useMemo, useRef, useSyncExternalStore } from 'react';
import { FrameMarks, type FramePins, type FrameView } from './frame-marks.ts';
import { layoutMarks, type MarkLayout } from './layout-marks.ts';
import { originInFrame } from './live-frame.ts';
import { useScene } from './scene.ts';
import type { UnitBox } from './unit-box.ts';

/** Gives the layout at a scale (px per unit), keeping the last one made. */
export type LayoutAt = (k: number) => MarkLayout;

const frameNow = () => performance.now();

/** Layouts of one frame's pins; a new function whenever what stands on the map changed. @param half what it shows pins of. */
export function useLayoutAt(pins: FramePins, half: UnitBox, codes: boolean, map: LeafletMap | null): LayoutAt {
  const { branches, towns, size, measure, selectedIncident: selected } = useScene();
  const shown = useRef(map);
  shown.current = map;
  const frame = useMemo(() => new FrameMarks(pins, half, frameNow), [pins, half]);
  const version = useSyncExternalStore(
    useMemo(() => (listener: () => void) => frame.subscribe(listener), [frame]),
    () => frame.version,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` counts what the frame has come to know.
  return useMemo(() => {
    const want = { size, selected };
    let last: { view: FrameView; layout: MarkLayout } | null = null;
    return (k) => {
      const view = frame.at(k, shown.current ? viewOf(shown.current) : half, want);
      if (last?.view !== view || last.layout.k !== k) {
        last = { view, layout: layoutMarks({ ...view, branches, towns, k, size, codes, measure }) };
      }
      return last.layout;
    };
  }, [frame, half, branches, towns, size, measure, selected, codes, version]);
}

/** What a map shows, map units. */
function viewOf(map: LeafletMap): UnitBox {
  const { k, x0, y0 } = originInFrame(map);
  const { x: width, y: height } = map.getSize();
  return { left: -x0 / k, top: -y0 / k, right: (width - x0) / k, bottom: (height - y0) / k };
}
