import type { Map as LeafletMap } from 'leaflet';
import { latOf, lonOf, pxPerUnit } from './mercator.ts';
import type { Mark } from './pin.ts';

const CLOSEST_ZOOM = 12;
/** Px that the members of a cluster must come apart at the closest zoom, or zooming is no use. */
const APART = 30;

/** Zooms to the members of a cluster. @returns false when they lie at one place and no zoom would part them. */
export function zoomInto(map: LeafletMap, mark: Mark): boolean {
  const { left, top, right, bottom } = mark.span();
  const spread = Math.max(right - left, bottom - top);
  if (!(spread * pxPerUnit(CLOSEST_ZOOM) >= APART) || map.getZoom() >= CLOSEST_ZOOM) return false;
  const corners: [number, number][] = [
    [latOf(top), lonOf(left)],
    [latOf(bottom), lonOf(right)],
  ];
  map.fitBounds(corners, { padding: [60, 60], maxZoom: CLOSEST_ZOOM, animate: false });
  return true;
}
