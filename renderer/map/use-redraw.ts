import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useReducer } from 'react';

/** Draws this component again whenever the map moves. @param events Leaflet's names of what is meant by that. */
export function useRedraw(map: LeafletMap, events: 'move zoom resize' | 'moveend zoomend resize'): void {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    map.on(events, again);
    return () => {
      map.off(events, again);
    };
  }, [map, events]);
}
