import { zoomFor } from './mercator.ts';

/** The linked frames: two halves of the country and a lens on the Klang Valley. */
export type FrameKey = 'semenanjung' | 'borneo' | 'lens';

/** A camera: centre in degrees WGS 84, zoom in Leaflet's fractional levels. */
export interface HomeView {
  lat: number;
  lon: number;
  zoom: number;
}

/** What a frame must show, degrees. */
interface Extent {
  west: number;
  east: number;
  south: number;
  north: number;
}

const SEMENANJUNG: Extent = { west: 99.6, east: 104.38, south: 0.94, north: 7.0 };
const BORNEO: Extent = { west: 109.4, east: 119.38, south: 0.53, north: 7.5 };
export const KLANG_VALLEY: Extent = { west: 101.083, east: 102.115, south: 2.6, north: 3.63 };
const EDGE = 12;

const middle = (a: number, b: number) => (a + b) / 2;

/** Side of the lens in px for a Semenanjung frame of that size; 0 where there is no room beside the land. */
export function lensSide(width: number, height: number): number {
  const land = (height / (SEMENANJUNG.north - SEMENANJUNG.south)) * (SEMENANJUNG.east - SEMENANJUNG.west);
  const wanted = Math.min(width >= 800 ? 276 : 212, height * 0.5);
  const room = width - land - EDGE - 8;
  if (room >= wanted) return Math.round(wanted);
  return room >= 132 ? Math.round(room) : 0;
}

/** Where the camera of a frame rests, so that its land fits its pane. @param width @param height CSS px. */
export function homeView(frame: FrameKey, width: number, height: number): HomeView {
  if (frame === 'lens') return centred(KLANG_VALLEY, width, height);
  if (frame === 'borneo') return centred(BORNEO, width, height);
  return leftOfLens(width, height);
}

/** The same for a wall, where Semenanjung keeps to its own pane and nothing floats over it. */
export function wallView(frame: 'semenanjung' | 'borneo', width: number, height: number): HomeView {
  if (frame === 'borneo') return centred({ ...BORNEO, south: 0.4, north: 8 }, width, height);
  return centred({ ...SEMENANJUNG, south: 0.9, north: 7.2, west: 99.4, east: 104.9 }, width, height);
}

function centred(extent: Extent, width: number, height: number): HomeView {
  const k = Math.min(height / (extent.north - extent.south), width / (extent.east - extent.west));
  return { lat: middle(extent.south, extent.north), lon: middle(extent.west, extent.east), zoom: zoomFor(k) };
}

function leftOfLens(width: number, height: number): HomeView {
  const { west, east, south, north } = SEMENANJUNG;
  const k = Math.min(height / (north - south), (width - 2 * EDGE) / (east - west));
  const side = lensSide(width, height);
  const free = Math.max(0, width - (east - west) * k - (side > 0 ? side + EDGE : 0));
  const gap = side > 0 ? Math.min(48, Math.max(6, 6 + (free - 92) * 0.35)) : free / 2;
  const left = free - gap;
  return { lat: middle(south, north), lon: west + (width / 2 - left) / k, zoom: zoomFor(k) };
}
