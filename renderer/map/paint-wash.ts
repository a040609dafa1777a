import type { Painter, PaintView } from './canvas-layer.ts';
import type { LandPaths } from './land-paths.ts';
import { inUnits } from './paint-ground.ts';
import type { Palette } from './palette.ts';

/** How a catchment stands out: under the pointer or as the drop target, as a candidate, refused, or as the selected case's. */
export interface Wash {
  branch: string;
  kind: 'hover' | 'candidate' | 'refused' | 'lead';
}

const HATCH_PX = 6;

/** Paints the washes in the order given: telang for what takes the case, a hatch without colour for what may not. */
export function washPainter(paths: LandPaths, palette: Palette, washes: readonly Wash[]): Painter {
  return (ctx, view) => {
    for (const wash of washes) {
      const catchment = paths.catchments.get(wash.branch);
      if (!catchment) continue;
      if (wash.kind === 'refused') {
        hatch(ctx, view, catchment, palette['ink-3']);
        continue;
      }
      inUnits(ctx, view, () => {
        ctx.lineJoin = 'round';
        if (wash.kind !== 'lead') {
          ctx.globalAlpha = wash.kind === 'candidate' ? 0.55 : 1;
          ctx.fillStyle = palette['telang-wash'];
          ctx.fill(catchment.path);
        }
        ctx.globalAlpha = wash.kind === 'hover' ? 1 : 0.8;
        ctx.strokeStyle = palette.telang;
        ctx.lineWidth = (wash.kind === 'hover' ? 1.5 : 1) / view.k;
        ctx.stroke(catchment.path);
      });
    }
  };
}

function hatch(
  ctx: CanvasRenderingContext2D,
  view: PaintView,
  catchment: { path: Path2D; west: number; east: number; top: number; foot: number },
  colour: string,
): void {
  const left = Math.max(0, view.x0 + catchment.west * view.k);
  const right = Math.min(view.width, view.x0 + catchment.east * view.k);
  const top = Math.max(0, view.y0 + catchment.top * view.k);
  const foot = Math.min(view.height, view.y0 + catchment.foot * view.k);
  if (left >= right || top >= foot) return;
  ctx.save();
  const clip = new Path2D();
  clip.addPath(catchment.path, new DOMMatrix([view.k, 0, 0, view.k, view.x0, view.y0]));
  ctx.clip(clip);
  ctx.globalAlpha = 0.6;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  const pitch = HATCH_PX * Math.SQRT2;
  const drop = foot - top;
  for (let x = Math.floor((left - drop) / pitch) * pitch; x < right; x += pitch) {
    ctx.moveTo(x, foot);
    ctx.lineTo(x + drop, top);
  }
  ctx.stroke();
  ctx.restore();
}
