import type { Painter, PaintView } from './canvas-layer.ts';
import { FAR_LABELS, SEA_LABELS } from './label-places.ts';
import { CODE_TRACKING, type MarkLayout, STATE_TRACKING } from './layout-marks.ts';
import { litCodePlace } from './lit-code-place.ts';
import type { MarkSize } from './mark-size.ts';
import { unitX, unitY } from './mercator.ts';
import { createPens, paintCluster, paintPin, ring } from './paint-pin.ts';
import { fontOf, type Palette } from './palette.ts';
import type { Mark } from './pin.ts';

export interface MarkStyle {
  size: MarkSize;
  palette: Palette;
  /** Words of seas and far land. */
  word: (key: (typeof FAR_LABELS)[number]['key'] | (typeof SEA_LABELS)[number]['key']) => string;
  /** Branches that take part in what is under way, drawn in telang. */
  lit: ReadonlySet<string>;
  /** Something is being carried: calm marks step back, but never a red and never this incident. */
  carriedIncident: string | null;
  /** Incidents picked to be moved together: ringed, and never dimmed. */
  marked: ReadonlySet<string>;
  /** How visible the pin of a single incident is, 0–1. */
  fade(mark: Mark): number;
  /** Seas and far land are named. */
  context: boolean;
}

type Ctx = CanvasRenderingContext2D;

/** Labels, branch squares and pins of one frame, laid out for its zoom. */
export function markPainter(layoutAt: (k: number) => MarkLayout, style: MarkStyle): Painter {
  const pens = createPens(style.size, style.palette);
  return (ctx, view) => {
    const layout = layoutAt(view.k);
    let fading = false;
    if (style.context) paintContext(ctx, view, style);
    paintNames(ctx, view, layout, style);
    paintBranches(ctx, view, layout, style);
    const picked = new Set<Mark | null>();
    for (const incident of style.marked) picked.add(layout.markOf(incident));
    const carried = layout.markOf(style.carriedIncident);
    for (const mark of layout.marks) {
      const [x, y] = [mark.x + view.x0, mark.y + view.y0];
      if (x < -60 || y < -60 || x > view.width + 60 || y > view.height + 60) continue;
      const calm = mark.tally.missed === 0 && (mark.tally.warned === 0 || mark.count > 1);
      const isPicked = picked.has(mark);
      const shown = mark.count === 1 ? style.fade(mark) : 1;
      fading ||= shown < 1;
      const steppedBack = style.carriedIncident !== null && calm && !isPicked && mark !== carried;
      ctx.globalAlpha = steppedBack ? 0.6 : shown;
      if (isPicked && !mark.selected) ring(ctx, x, y, mark.radius + 3, 2, style.palette.telang);
      if (mark.count > 1) paintCluster(ctx, mark, x, y, pens);
      else paintPin(ctx, mark, x, y, pens);
    }
    ctx.globalAlpha = 1;
    paintLitCodes(ctx, view, layout, style);
    return fading;
  };
}

function tracking(ctx: Ctx, px: number, em: number): void {
  ctx.letterSpacing = `${(px * em).toFixed(2)}px`;
}

function paintContext(ctx: Ctx, view: PaintView, { palette, size, word }: MarkStyle): void {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette['sea-label'];
  ctx.font = fontOf(palette.cond, size.label);
  tracking(ctx, size.label, 0.22);
  for (const { key, lat, lon } of FAR_LABELS) {
    ctx.fillText(word(key), view.x0 + unitX(lon) * view.k, view.y0 + unitY(lat) * view.k);
  }
  ctx.letterSpacing = '0px';
  ctx.font = fontOf(palette.sans, size.label + 1, 400, true);
  for (const { key, lat, lon, turn } of SEA_LABELS) {
    ctx.save();
    ctx.translate(view.x0 + unitX(lon) * view.k, view.y0 + unitY(lat) * view.k);
    ctx.rotate((turn * Math.PI) / 180);
    ctx.fillText(word(key), 0, 0);
    ctx.restore();
  }
}

function paintNames(ctx: Ctx, view: PaintView, layout: MarkLayout, { palette, size }: MarkStyle): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.font = fontOf(palette.cond, size.label);
  tracking(ctx, size.label, STATE_TRACKING);
  for (const { text, box } of layout.states) {
    ctx.fillStyle = palette['map-label'];
    ctx.fillText(text, box.x + view.x0, box.y + box.h / 2 + view.y0);
  }
  ctx.letterSpacing = '0px';
  for (const { text, x, y, box } of layout.towns) {
    ctx.fillStyle = palette['map-label'];
    ctx.beginPath();
    ctx.arc(x + view.x0, y + view.y0, 1.5, 0, 2 * Math.PI);
    ctx.fill();
    haloed(ctx, text, box.x + view.x0, box.y + box.h / 2 + view.y0, palette['map-label'], palette.halo);
  }
}

function haloed(ctx: Ctx, text: string, x: number, y: number, colour: string, halo: string): void {
  const alpha = ctx.globalAlpha;
  ctx.lineJoin = 'round';
  ctx.lineWidth = 2.5;
  ctx.strokeStyle = halo;
  ctx.globalAlpha = alpha * 0.75;
  ctx.strokeText(text, x, y);
  ctx.globalAlpha = alpha;
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

function paintBranches(ctx: Ctx, view: PaintView, layout: MarkLayout, { palette, size, lit }: MarkStyle): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  tracking(ctx, size.label, CODE_TRACKING);
  for (const { code, x, y, covered, label } of layout.branches) {
    const [cx, cy] = [x + view.x0, y + view.y0];
    if (isOff(cx, cy, view)) continue;
    const on = lit.has(code);
    if (!covered || on) {
      const half = size.branch / 2;
      ctx.fillStyle = palette.halo;
      ctx.fillRect(cx - half - 0.5, cy - half - 0.5, size.branch + 1, size.branch + 1);
      ctx.fillStyle = on ? palette.telang : palette['ink-2'];
      ctx.fillRect(cx - half, cy - half, size.branch, size.branch);
    }
    if (!label || on) continue;
    ctx.font = fontOf(palette.cond, size.label);
    const { x: left, y: top, h } = label;
    haloed(ctx, code, left + view.x0, top + h / 2 + view.y0, palette['ink-2'], palette.halo);
  }
}

/** Codes of the offices that take part, over the pins: none of them may lie under its own or a neighbour's. */
function paintLitCodes(ctx: Ctx, view: PaintView, layout: MarkLayout, { palette, size, lit }: MarkStyle): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  tracking(ctx, size.label, CODE_TRACKING);
  ctx.font = fontOf(palette.cond, size.label, 600);
  for (const { code, x, y, label } of layout.branches) {
    if (!lit.has(code) || isOff(x + view.x0, y + view.y0, view)) continue;
    const at = label
      ? { x: label.x, y: label.y + label.h / 2 }
      : litCodePlace({ x, y }, layout.marks, ctx.measureText(code).width, size);
    haloed(ctx, code, at.x + view.x0, at.y + view.y0, palette.telang, palette.halo);
  }
}

function isOff(x: number, y: number, view: PaintView): boolean {
  return x < -60 || y < -20 || x > view.width + 60 || y > view.height + 20;
}
