import { useMemo } from 'react';
import { aroundPainter, townPainter } from './paint-around.ts';
import { groundPainter, linePainter } from './paint-ground.ts';
import { inTurn } from './paint-in-turn.ts';
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

/** The three canvases of a frame: land; washes, where there are any; names and pins. */
export function FrameLayers({ layout, fadeOf, context, scale }: FrameLayersProps) {
  return (
    <>
      <LandLayers scale={scale} />
      <MarkLayer layout={layout} fadeOf={fadeOf} context={context} />
    </>
  );
}

const PATIENT = { patient: true };

function LandLayers({ scale }: { scale: number }) {
  const { paths, palette, washes, shade, counts, tileUrl } = useScene();
  const land = useMemo(() => {
    const ground = groundPainter(paths, palette, tileUrl !== null);
    return inTurn([ground, shadePainter(paths, palette, shade, counts), linePainter(paths, palette, scale)]);
  }, [paths, palette, tileUrl, shade, counts, scale]);
  const wash = useMemo(
    () => (washes.length === 0 ? null : washPainter(paths, palette, washes)),
    [paths, palette, washes],
  );
  useCanvas('land', land, PATIENT);
  useCanvas('wash', wash, PATIENT);
  return null;
}

const STILL = '(prefers-reduced-motion: reduce)';
const atOnce = () => 1;

function MarkLayer({ layout, fadeOf, context }: Omit<FrameLayersProps, 'scale'>) {
  const { palette, size, word, lit, carriedIncident, marked, places } = useScene();
  const still = window.matchMedia(STILL).matches;
  const fade = still ? atOnce : fadeOf;
  const marks = useMemo(
    () => markPainter(layout.at, { palette, size, word, lit, carriedIncident, marked, fade, context }),
    [layout, palette, size, word, lit, carriedIncident, marked, fade, context],
  );
  const painter = useMemo(
    () => inTurn([aroundPainter(places, palette), marks, townPainter(places, palette, size.label)]),
    [places, palette, marks, size],
  );
  useCanvas('marks', painter, { again: layout.subscribe });
  return null;
}
