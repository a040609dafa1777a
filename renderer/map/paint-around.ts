import type { Painter, PaintView } from './canvas-layer.ts';
import { unitX, unitY } from './mercator.ts';
import { fontOf, type Palette } from './palette.ts';

interface Spot {
  lat: number;
  lon: number;
}

/** Where a case plays: its incident with the other places it may have been, and the towns of heirs and employer, in words. */
export interface PlacesOfCase {
  incident: Spot | null;
  others: readonly Spot[];
  linked: readonly (Spot & { words: string })[];
}

/** Px of a town's mark, and of the air its words keep from it. */
const MARK = 4;
const GAP = 14;
/** Px the area of doubt reaches beyond the places it holds. */
const MARGIN = 14;

/**
 * Links the incident with the towns of heirs and employer; the area that holds the place found and those it may be instead
 * is dashed, without a tint: nobody knows which.
 */
export function aroundPainter(places: PlacesOfCase | null, palette: Palette): Painter {
  return (ctx, view) => {
    if (!places?.incident) return;
    const from = at(places.incident, view);
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = palette['ink-2'];
    if (places.others.length > 0) paintDoubt(ctx, [from, ...places.others.map((one) => at(one, view))]);
    ctx.setLineDash([6, 4]);
    for (const town of places.linked) {
      const to = at(town, view);
      ctx.beginPath();
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.fillStyle = palette.halo;
    for (const town of places.linked) {
      const { x, y } = at(town, view);
      ctx.beginPath();
      ctx.arc(x, y, MARK, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    }
  };
}

/** Names those towns over the pins, where their words stay readable and hide no number. @param px size of the words. */
export function townPainter(places: PlacesOfCase | null, palette: Palette, px: number): Painter {
  return (ctx, view) => {
    if (!places?.incident) return;
    ctx.font = fontOf(palette.cond, px, 600);
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'left';
    ctx.lineJoin = 'round';
    for (const town of places.linked) {
      const { x, y } = at(town, view);
      ctx.lineWidth = 4;
      ctx.strokeStyle = palette.halo;
      ctx.strokeText(town.words, x + GAP, y);
      ctx.fillStyle = palette.ink;
      ctx.fillText(town.words, x + GAP, y);
    }
  };
}

function at({ lat, lon }: Spot, view: PaintView): { x: number; y: number } {
  return { x: view.x0 + unitX(lon) * view.k, y: view.y0 + unitY(lat) * view.k };
}

function paintDoubt(ctx: CanvasRenderingContext2D, spots: readonly { x: number; y: number }[]): void {
  const x = spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length;
  const y = spots.reduce((sum, spot) => sum + spot.y, 0) / spots.length;
  const radius = Math.max(...spots.map((spot) => Math.hypot(spot.x - x, spot.y - y))) + MARGIN;
  ctx.setLineDash([2, 4]);
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.setLineDash([]);
}
