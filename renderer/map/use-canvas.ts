import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { CanvasLayer, type Painter } from './canvas-layer.ts';

/** Tells its listener when to paint again. @returns what ends it. */
type Again = (listener: () => void) => () => void;

/** Keeps a canvas layer in a pane of the map around this component; a new painter (memoise it) paints again, and `again` does. */
export function useCanvas(pane: string, painter: Painter | null, again?: Again): void {
  const map = useMap();
  const layer = useRef<CanvasLayer | null>(null);
  useEffect(() => {
    const made = new CanvasLayer(pane);
    layer.current = made;
    made.addTo(map);
    return () => {
      made.remove();
      layer.current = null;
    };
  }, [map, pane]);
  useEffect(() => {
    if (painter) layer.current?.setPainter(painter);
  }, [painter]);
  useEffect(() => again?.(() => layer.current?.paintSoon()), [again]);
}
