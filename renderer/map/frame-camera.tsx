import { useEffect, useRef } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import type { HomeView } from './home-view.ts';

export interface FrameCameraProps {
  home: HomeView;
  width: number;
  height: number;
  /** How far the middle may be moved from home, degrees. */
  reach: number;
  onLeftHome(away: boolean): void;
}

/** Keeps the camera: at home through every change of size, in place once the user has moved it, never off the country. */
export function FrameCamera({ home, width, height, reach, onLeftHome }: FrameCameraProps) {
  const map = useMap();
  const away = useRef(false);
  useEffect(() => {
    if (width === 0 || height === 0) return;
    map.invalidateSize({ pan: false, animate: false });
    map.setMinZoom(home.zoom - 0.01);
    if (!away.current) map.setView([home.lat, home.lon], home.zoom, { animate: false });
  }, [map, home, width, height]);
  useMapEvents({
    moveend() {
      const centre = map.getCenter();
      const lat = Math.min(home.lat + reach, Math.max(home.lat - reach, centre.lat));
      const lon = Math.min(home.lon + reach, Math.max(home.lon - reach, centre.lng));
      if (lat !== centre.lat || lon !== centre.lng) map.panTo([lat, lon], { animate: false });
      const zoomed = Math.abs(map.getZoom() - home.zoom) > 0.01;
      const moved = map.latLngToContainerPoint([home.lat, home.lon]).distanceTo(map.getSize().divideBy(2)) > 3;
      away.current = zoomed || moved;
      onLeftHome(away.current);
    },
  });
  return null;
}
