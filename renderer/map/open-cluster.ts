import { type LatLngBoundsLiteral, type Map as LeafletMap, latLngBounds, point } from 'leaflet';
import { latOf, lonOf, pxPerUnit } from './mercator.ts';
import type { Mark } from './pin.ts';

const CLOSEST_ZOOM = 12;
/** Px that the members of a cluster must come apart at the closest zoom, or zooming is no use. */
const APART = 30;

/** Px kept free round the members. */
const PAD = 60;
/** Zoom levels that a press comes nearer at least: the members of a large cluster may fill the view already. */
const NEARER = 1;

/** Zooms to the members of a cluster. @returns false when they lie at one place and no zoom would part them. */
export function zoomInto(map: LeafletMap, mark: Mark): boolean {
  const { left, top, right, bottom } = mark.span();
  const spread = Math.max(right - left, bottom - top);
  const zoom = map.getZoom();
  if (!(spread * pxPerUnit(CLOSEST_ZOOM) >= APART) || zoom >= CLOSEST_ZOOM) return false;
  const corners: LatLngBoundsLiteral = [
    [latOf(top), lonOf(left)],
    [latOf(bottom), lonOf(right)],
  ];
  const fits = map.getBoundsZoom(latLngBounds(corners), false, point(2 * PAD, 2 * PAD));
  if (fits >= zoom + NEARER) {
    map.fitBounds(corners, { padding: [PAD, PAD], maxZoom: CLOSEST_ZOOM, animate: false });
    return true;
  }
  const k = pxPerUnit(zoom);
  map.setView([latOf(mark.y / k), lonOf(mark.x / k)], Math.min(CLOSEST_ZOOM, zoom + NEARER), { animate: false });
  return true;
}
