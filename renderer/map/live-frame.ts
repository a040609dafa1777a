import type { Map as LeafletMap } from 'leaflet';
import { branchAt, markAt } from './hit-test.ts';
import type { FrameKey } from './home-view.ts';
import type { BranchMark, MarkLayout } from './layout-marks.ts';
import { latOf, lonOf, pxPerUnit, unitX, unitY, worldOrigin } from './mercator.ts';
import type { Mark } from './pin.ts';

/** A frame that is on screen: its map, and what stands on it at its zoom. */
export interface LiveFrame {
  key: FrameKey;
  map: LeafletMap;
  layout(): MarkLayout;
  goHome(): void;
}

/** What lies under a point of the window. */
export interface Aimed {
  frame: LiveFrame;
  mark: Mark | null;
  branch: BranchMark | null;
  lat: number;
  lon: number;
}

/** Px of the unit origin within a frame, from its left upper corner. */
export function originInFrame(map: LeafletMap): { k: number; x0: number; y0: number } {
  const k = pxPerUnit(map.getZoom());
  const world = worldOrigin(k);
  const corner = map.containerPointToLayerPoint([0, 0]).add(map.getPixelOrigin());
  return { k, x0: world.x - corner.x, y0: world.y - corner.y };
}

/** Where a place lies in the window, px. */
export function clientPointOf(frame: LiveFrame, lat: number, lon: number): { x: number; y: number } {
  const { k, x0, y0 } = originInFrame(frame.map);
  const box = frame.map.getContainer().getBoundingClientRect();
  return { x: box.left + x0 + unitX(lon) * k, y: box.top + y0 + unitY(lat) * k };
}

/** Where a place shows on the stage, px, in the frame that has it; the lens gives way to the others. Null: in none. */
export function stagePointOf(
  stage: HTMLElement,
  frames: readonly LiveFrame[],
  lat: number,
  lon: number,
): { x: number; y: number } | null {
  const origin = stage.getBoundingClientRect();
  for (const frame of frames) {
    if (frame.key === 'lens' && frames.length > 1) continue;
    const { x, y } = clientPointOf(frame, lat, lon);
    const box = frame.map.getContainer().getBoundingClientRect();
    if (x > box.left && x < box.right && y > box.top && y < box.bottom)
      return { x: x - origin.left, y: y - origin.top };
  }
  return null;
}

/** Looks through the frames from the top one down; null when the point is over none. @param x @param y window px. */
export function aimAt(frames: readonly LiveFrame[], x: number, y: number): Aimed | null {
  for (const frame of frames) {
    const box = frame.map.getContainer().getBoundingClientRect();
    if (x < box.left || x >= box.right || y < box.top || y >= box.bottom) continue;
    const { k, x0, y0 } = originInFrame(frame.map);
    const [px, py] = [x - box.left - x0, y - box.top - y0];
    const layout = frame.layout();
    return {
      frame,
      mark: markAt(layout.marks, px, py),
      branch: branchAt(layout.branches, px, py),
      lat: latOf(py / k),
      lon: lonOf(px / k),
    };
  }
  return null;
}

/** Top one first: the lens floats over Semenanjung. */
export const FRAMES_FROM_TOP: readonly FrameKey[] = ['lens', 'semenanjung', 'borneo'];
