import type { LiveFrame } from './live-frame.ts';
import type { Rect } from './stage-layout.ts';
import { useRedraw } from './use-redraw.ts';

export interface LensLeadersProps {
  parent: LiveFrame;
  lens: LiveFrame;
  /** The lens on the stage, px. */
  rect: Rect;
  /** Of the parent, px. */
  height: number;
}

/** The lens's frame drawn on its parent, with two lines to the lens: says what is magnified. */
export function LensLeaders({ parent, lens, rect, height }: LensLeadersProps) {
  useRedraw(parent.map, 'move zoom resize');
  useRedraw(lens.map, 'move zoom resize');
  const bounds = lens.map.getBounds();
  const a = parent.map.latLngToContainerPoint(bounds.getNorthWest());
  const b = parent.map.latLngToContainerPoint(bounds.getSouthEast());
  if (!Number.isFinite(a.x) || b.x - a.x < 2) return null;
  const round = (value: number) => Math.round(value) + 0.5;
  const [x, y, w, h] = [round(a.x), round(a.y), Math.round(b.x - a.x), Math.round(b.y - a.y)];
  // Zoomed in or moved away, lines would lead nowhere.
  const inside = x >= 0 && y >= 0 && x + w < rect.x && y + h < height;
  return (
    <svg className="map-lens-leaders" aria-hidden="true" style={{ height }}>
      {inside && <path d={`M${x + w},${y}L${rect.x},${rect.y}M${x + w},${y + h}L${rect.x},${rect.y + rect.h}`} />}
      <rect x={x} y={y} width={w} height={h} />
    </svg>
  );
}
