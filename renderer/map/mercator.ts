/** Map units: degrees of longitude east of 109°, and Mercator degrees south of the parallel that shows as 4. */
export interface UnitPoint {
  ux: number;
  uy: number;
}

const ORIGIN_LON = 109;
const ORIGIN_Y = 4;
const RAD = Math.PI / 180;

/** Horizontal unit of a longitude in degrees. */
export function unitX(lon: number): number {
  return lon - ORIGIN_LON;
}

/** Vertical unit of a latitude in degrees; grows southwards like pixels. */
export function unitY(lat: number): number {
  return ORIGIN_Y - Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2)) / RAD;
}

/** Longitude in degrees of a horizontal unit. */
export function lonOf(ux: number): number {
  return ux + ORIGIN_LON;
}

/** Latitude in degrees of a vertical unit. */
export function latOf(uy: number): number {
  return (2 * Math.atan(Math.exp((ORIGIN_Y - uy) * RAD)) - Math.PI / 2) / RAD;
}

/** CSS px of one unit at a Leaflet zoom (256 px world). */
export function pxPerUnit(zoom: number): number {
  return (256 * 2 ** zoom) / 360;
}

/** Leaflet zoom at which one unit is that many CSS px. */
export function zoomFor(perUnit: number): number {
  return Math.log2((perUnit * 360) / 256);
}

/** The unit origin in Leaflet's world px at that scale. @param k px per unit. */
export function worldOrigin(k: number): { x: number; y: number } {
  return { x: (180 + ORIGIN_LON) * k, y: (180 - ORIGIN_Y) * k };
}
