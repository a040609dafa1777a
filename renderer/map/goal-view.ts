import type { Goal } from '#renderer/app/store/find-goal.ts';
import { HALVES } from './halves.ts';
import { type FrameKey, type HomeView, KLANG_VALLEY } from './home-view.ts';
import { pxPerUnit, unitY, zoomFor } from './mercator.ts';

/** Degrees across the shorter side of a frame that was asked to a place: some 130 km, the offices around it in sight. */
const ROUND_A_PLACE = 1.2;
/** What a box that is to be seen whole leaves free at each edge, px. */
const EDGE = 36;

/** The frame a goal is shown in: the half it lies in; a lens that fills the stage keeps what it can show. */
export function goalFrame({ lat, lon, extent }: Goal, maximised: FrameKey | null): FrameKey {
  const { west, east, south, north } = KLANG_VALLEY;
  const inLens = extent === null && lon > west && lon < east && lat > south && lat < north;
  if (maximised === 'lens' && inLens) return 'lens';
  return lon < HALVES ? 'semenanjung' : 'borneo';
}

/** What a frame has to show something in, CSS px. */
export interface GoalRoom {
  width: number;
  height: number;
  /** From here on something lies over its right side; its width where nothing does. */
  free: number;
  /** The zoom it rests at. */
  home: number;
}

/** Where the camera goes for it, never farther out than its home. What is to be seen whole keeps clear of what lies over the frame. */
export function goalView({ lat, lon, zoom, extent }: Goal, { width, height, free, home }: GoalRoom): HomeView {
  if (zoom !== null) return { lat, lon, zoom: Math.max(zoom, home) };
  if (extent === null) return { lat, lon, zoom: Math.max(zoomFor(Math.min(width, height) / ROUND_A_PLACE), home) };
  const across = (free - 2 * EDGE) / (extent.east - extent.west);
  const down = (height - 2 * EDGE) / (unitY(extent.south) - unitY(extent.north));
  const near = Math.max(zoomFor(Math.max(1, Math.min(across, down))), home);
  return { lat, lon: lon + (width - free) / 2 / pxPerUnit(near), zoom: near };
}
