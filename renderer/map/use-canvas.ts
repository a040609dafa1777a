import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { CanvasLayer, type Painter } from './canvas-layer.ts';

/** Tells its listener when to paint again. @returns what ends it. */
type Again = (listener: () => void) => () => void;

interface CanvasWays {
  again?: Again;
  /** Stretched while the map is being zoomed, painted when that rests. */
  patient?: boolean;
}

/** Keeps a canvas layer in a pane of the map around this component; a new painter (memoise it) paints again, and `again` does. None: nothing lies there. */
export function useCanvas(pane: string, painter: Painter | null, { again, patient = false }: CanvasWays = {}): void {
  const map = useMap();
  const layer = useRef<CanvasLayer | null>(null);
  useEffect(() => {
    const made = new CanvasLayer(pane, patient);
    layer.current = made;
    made.addTo(map);
    return () => {
      made.remove();
      layer.current = null;
    };
  }, [map, pane, patient]);
  useEffect(() => {
    layer.current?.setPainter(painter);
  }, [painter]);
  useEffect(() => again?.(() => layer.current?.paintSoon()), [again]);
}
