import { useMemo } from 'react';
import { layoutMarks, type MarkLayout } from './layout-marks.ts';
import { groundPainter, linePainter } from './paint-ground.ts';
import { markPainter } from './paint-marks.ts';
import { washPainter } from './paint-wash.ts';
import type { Pin } from './pin.ts';
import { useScene } from './scene.ts';
import { useCanvas } from './use-canvas.ts';

/** Gives the layout at a scale (px per unit), keeping the last one made. */
export type LayoutAt = (k: number) => MarkLayout;

/** Layouts of one frame's pins; a new function whenever what stands on the map changed. */
export function useLayoutAt(pins: readonly Pin[], codes: boolean): LayoutAt {
  const { branches, towns, size, measure, selectedIncident } = useScene();
  return useMemo(() => {
    let last: MarkLayout | null = null;
    return (k) => {
      last =
        last?.k === k
          ? last
          : layoutMarks({ pins, branches, towns, k, size, selected: selectedIncident, codes, measure });
      return last;
    };
  }, [pins, branches, towns, size, measure, selectedIncident, codes]);
}

/** The four canvases of a frame, from sea to pins. @param context names of seas and far land; `scale` thickens lines. */
export function FrameLayers({ layoutAt, context, scale }: { layoutAt: LayoutAt; context: boolean; scale: number }) {
  return (
    <>
      <LandLayers scale={scale} />
      <MarkLayer layoutAt={layoutAt} context={context} />
    </>
  );
}

function LandLayers({ scale }: { scale: number }) {
  const { paths, palette, washes, tileUrl } = useScene();
  useCanvas(
    'ground',
    useMemo(() => groundPainter(paths, palette, tileUrl !== null), [paths, palette, tileUrl]),
  );
  useCanvas(
    'wash',
    useMemo(() => washPainter(paths, palette, washes), [paths, palette, washes]),
  );
  useCanvas(
    'lines',
    useMemo(() => linePainter(paths, palette, scale), [paths, palette, scale]),
  );
  return null;
}

function MarkLayer({ layoutAt, context }: { layoutAt: LayoutAt; context: boolean }) {
  const { palette, size, word, lit, carriedIncident } = useScene();
  const painter = useMemo(
    () => markPainter(layoutAt, { palette, size, word, lit, carriedIncident, context }),
    [layoutAt, palette, size, word, lit, carriedIncident, context],
  );
  useCanvas('marks', painter);
  return null;
}
