import type { PaintView } from './canvas-layer.ts';
import type { Area } from './land-paths.ts';

/** Runs a drawing in map units; line widths given in px must be divided by `view.k`. */
export function inUnits(ctx: CanvasRenderingContext2D, view: PaintView, draw: () => void): void {
  ctx.save();
  ctx.translate(view.x0, view.y0);
  ctx.scale(view.k, view.k);
  draw();
  ctx.restore();
}

/** Hatches an area at 45°, in a colour, so many px between two lines. */
export function hatch(ctx: CanvasRenderingContext2D, view: PaintView, area: Area, colour: string, apart: number): void {
  const left = Math.max(0, view.x0 + area.west * view.k);
  const right = Math.min(view.width, view.x0 + area.east * view.k);
  const top = Math.max(0, view.y0 + area.top * view.k);
  const foot = Math.min(view.height, view.y0 + area.foot * view.k);
  if (left >= right || top >= foot) return;
  ctx.save();
  const clip = new Path2D();
  clip.addPath(area.path, new DOMMatrix([view.k, 0, 0, view.k, view.x0, view.y0]));
  ctx.clip(clip);
  ctx.globalAlpha = 0.6;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  const pitch = apart * Math.SQRT2;
  const drop = foot - top;
  for (let x = Math.floor((left - drop) / pitch) * pitch; x < right; x += pitch) {
    ctx.moveTo(x, foot);
    ctx.lineTo(x + drop, top);
  }
  ctx.stroke();
  ctx.restore();
}
