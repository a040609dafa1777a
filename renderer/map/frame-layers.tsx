import { useLayoutEffect, useMemo, useState } from 'react';
import { createRedFade } from './fade-reds.ts';
import { layoutMarks, type MarkLayout } from './layout-marks.ts';
import { aroundPainter, townPainter } from './paint-around.ts';
import { groundPainter, linePainter } from './paint-ground.ts';
import { markPainter } from './paint-marks.ts';
import { shadePainter } from './paint-shade.ts';
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

export interface FrameLayersProps {
  layoutAt: LayoutAt;
  pins: readonly Pin[];
  /** Seas and far land are named. */
  context: boolean;
  /** Thickens lines. */
  scale: number;
}

/** The seven canvases of a frame, from sea to pins. */
export function FrameLayers({ layoutAt, pins, context, scale }: FrameLayersProps) {
  return (
    <>
      <LandLayers scale={scale} />
      <MarkLayer layoutAt={layoutAt} pins={pins} context={context} />
    </>
  );
}

function LandLayers({ scale }: { scale: number }) {
  const { paths, palette, washes, shade, counts, tileUrl } = useScene();
  useCanvas(
    'ground',
    useMemo(() => groundPainter(paths, palette, tileUrl !== null), [paths, palette, tileUrl]),
  );
  useCanvas(
    'shade',
    useMemo(() => shadePainter(paths, palette, shade, counts), [paths, palette, shade, counts]),
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

const STILL = '(prefers-reduced-motion: reduce)';
const atOnce = () => 1;

function MarkLayer({ layoutAt, pins, context }: Omit<FrameLayersProps, 'scale'>) {
  const { palette, size, word, lit, carriedIncident, marked, places } = useScene();
  useCanvas(
    'around',
    useMemo(() => aroundPainter(places, palette), [places, palette]),
  );
  useCanvas(
    'towns',
    useMemo(() => townPainter(places, palette, size.label), [places, palette, size]),
  );
  const [reds] = useState(() => createRedFade(() => performance.now()));
  useLayoutEffect(() => reds.note(pins), [reds, pins]);
  const fade = window.matchMedia(STILL).matches ? atOnce : reds.of;
  const painter = useMemo(
    () => markPainter(layoutAt, { palette, size, word, lit, carriedIncident, marked, fade, context }),
    [layoutAt, palette, size, word, lit, carriedIncident, marked, fade, context],
  );
  useCanvas('marks', painter);
  return null;
}
