import { useMemo } from 'react';
import { aroundPainter, townPainter } from './paint-around.ts';
import { groundPainter, linePainter } from './paint-ground.ts';
import { type MarkStyle, markPainter } from './paint-marks.ts';
import { shadePainter } from './paint-shade.ts';
import { washPainter } from './paint-wash.ts';
import { useScene } from './scene.ts';
import { useCanvas } from './use-canvas.ts';
import type { FrameLayout } from './use-frame-layout.ts';

export interface FrameLayersProps {
  layout: FrameLayout;
  /** How visible the pin of an incident is. */
  fadeOf: MarkStyle['fade'];
  /** Seas and far land are named. */
  context: boolean;
  /** Thickens lines. */
  scale: number;
}

/** The seven canvases of a frame, from sea to pins. */
export function FrameLayers({ layout, fadeOf, context, scale }: FrameLayersProps) {
  return (
    <>
      <LandLayers scale={scale} />
      <MarkLayer layout={layout} fadeOf={fadeOf} context={context} />
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

function MarkLayer({ layout, fadeOf, context }: Omit<FrameLayersProps, 'scale'>) {
  const { palette, size, word, lit, carriedIncident, marked, places } = useScene();
  useCanvas(
    'around',
    useMemo(() => aroundPainter(places, palette), [places, palette]),
  );
  useCanvas(
    'towns',
    useMemo(() => townPainter(places, palette, size.label), [places, palette, size]),
  );
  const still = window.matchMedia(STILL).matches;
  const fade = still ? atOnce : fadeOf;
  const painter = useMemo(
    () => markPainter(layout.at, { palette, size, word, lit, carriedIncident, marked, fade, context }),
    [layout, palette, size, word, lit, carriedIncident, marked, fade, context],
  );
  useCanvas('marks', painter, layout.subscribe);
  return null;
}
