import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { CanvasLayer, type Painter } from './canvas-layer.ts';

/** Keeps a canvas layer in a pane of the map around this component; a new painter (memoise it) paints again. */
export function useCanvas(pane: string, painter: Painter | null): void {
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
}
