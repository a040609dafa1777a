import type { Map as LeafletMap } from 'leaflet';
import { pxPerUnit, unitX, unitY } from './mercator.ts';
import type { Mark } from './pin.ts';

const CLOSEST_ZOOM = 12;
/** Px that the members of a cluster must come apart at the closest zoom, or zooming is no use. */
const APART = 30;

/** Zooms to the members of a cluster. @returns false when they lie at one place and no zoom would part them. */
export function zoomInto(map: LeafletMap, mark: Mark): boolean {
  const xs = mark.pins.map((pin) => unitX(pin.lon));
  const ys = mark.pins.map((pin) => unitY(pin.lat));
  const spread = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  if (spread * pxPerUnit(CLOSEST_ZOOM) < APART || map.getZoom() >= CLOSEST_ZOOM) return false;
  const places = mark.pins.map((pin): [number, number] => [pin.lat, pin.lon]);
  map.fitBounds(places, { padding: [60, 60], maxZoom: CLOSEST_ZOOM, animate: false });
  return true;
}
