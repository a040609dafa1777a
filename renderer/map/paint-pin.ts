import { ketupatPath, pauseBarsPath, tickPath, trianglePath, urgencyPath } from '#renderer/ui/urgency-shape.ts';
import type { Urgency } from '#shared/clocks/urgency.ts';
import { type MarkSize, shapeRadius } from './mark-size.ts';
import { fontOf, type Palette } from './palette.ts';
import type { Mark } from './pin.ts';

type Ctx = CanvasRenderingContext2D;

/** What marks are drawn with. */
export interface Pens {
  size: MarkSize;
  palette: Palette;
  /** The outline of a path; each is made once. */
  shape(path: string): Path2D;
}

/** Pens for one painter. */
export function createPens(size: MarkSize, palette: Palette): Pens {
  const known = new Map<string, Path2D>();
  return {
    size,
    palette,
    shape(path) {
      const made = known.get(path) ?? new Path2D(path);
      known.set(path, made);
      return made;
    },
  };
}

/** Fill, outline and number colour of an urgency. */
export function urgencyInks(urgency: Urgency, palette: Palette): { fill: string; line: string; number: string } {
  switch (urgency) {
    case 'missed':
      return { fill: palette['saga-fill'], line: palette.saga, number: palette['on-saga'] };
    case 'warned':
      return { fill: palette['kunyit-fill'], line: palette.kunyit, number: palette['on-kunyit'] };
    case 'running':
      return { fill: palette['run-fill'], line: palette.run, number: palette['on-run'] };
    case 'paused':
      return { fill: palette.land, line: palette.pause, number: palette.pause };
    case 'met':
      return { fill: palette.land, line: palette['ink-3'], number: palette['ink-3'] };
  }
}

function at(ctx: Ctx, x: number, y: number, draw: () => void): void {
  ctx.save();
  ctx.translate(x, y);
  draw();
  ctx.restore();
}

/** Writes a number centred on a point. */
export function centredNumber(
  ctx: Ctx,
  text: string,
  x: number,
  y: number,
  font: string,
  px: number,
  colour: string,
): void {
  ctx.font = font;
  ctx.letterSpacing = '0px';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y + px * 0.355);
}

/** Draws one incident: shape by urgency, number of its cases, second outline when nobody leads, telang ring when selected. */
export function paintPin(ctx: Ctx, mark: Mark, x: number, y: number, { size, palette, shape }: Pens): void {
  const radius = shapeRadius(mark.urgency, size);
  const inks = urgencyInks(mark.urgency, palette);
  const outline = shape(urgencyPath(mark.urgency, radius));
  const width = size.pin >= 40 ? 2 : 1.25;
  ctx.lineJoin = 'round';
  if (mark.selected) ring(ctx, x, y, size.pin * 0.98, size.pin >= 40 ? 4 : 2, palette.telang);
  else if (mark.unassigned) {
    const far = shape(urgencyPath(mark.urgency, radius + size.pin * (mark.urgency === 'warned' ? 0.3 : 0.185)));
    at(ctx, x, y, () => {
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = width;
      ctx.stroke(far);
    });
  }
  at(ctx, x, y, () => {
    ctx.fillStyle = inks.fill;
    ctx.fill(outline);
    ctx.strokeStyle = inks.line;
    ctx.lineWidth = width;
    if (mark.urgency === 'paused') ctx.setLineDash([2.4 * width, 2 * width]);
    ctx.stroke(outline);
    ctx.setLineDash([]);
    if (mark.urgency === 'paused') ctx.stroke(shape(pauseBarsPath(radius * 0.9)));
    if (mark.urgency === 'met') ctx.stroke(shape(tickPath(radius * 0.9)));
  });
  if (mark.urgency === 'paused' || mark.urgency === 'met') return;
  const drop = mark.urgency === 'warned' ? size.pin * 0.115 : 0;
  const font = fontOf(palette.cond, size.number, 600);
  centredNumber(ctx, String(mark.total), x, y + drop, font, size.number, inks.number);
}

/** A ring round a middle, all px. */
export function ring(ctx: Ctx, x: number, y: number, radius: number, width: number, colour: string): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}

const ARCS = ['missed', 'warned', 'running', 'paused', 'met'] as const;

/** Draws a cluster: disc, total, ring divided by state, and the badge with the count of reds, else of ambers. */
export function paintCluster(ctx: Ctx, mark: Mark, x: number, y: number, pens: Pens): void {
  const { size, palette } = pens;
  const width = size.pin >= 40 ? 6 : 3;
  const radius = size.cluster - width * 0.67;
  ctx.beginPath();
  ctx.arc(x, y, size.cluster, 0, 2 * Math.PI);
  ctx.fillStyle = palette.panel;
  ctx.fill();
  const parts = ARCS.filter((urgency) => mark.tally[urgency] > 0);
  const gap = parts.length > 1 ? 1.5 / radius : 0;
  let from = -Math.PI / 2;
  ctx.lineWidth = width;
  for (const urgency of parts) {
    const to = from + (2 * Math.PI * mark.tally[urgency]) / mark.total;
    ctx.strokeStyle =
      urgency === 'warned' ? palette['kunyit-arc'] || palette['kunyit-fill'] : urgencyInks(urgency, palette).line;
    ctx.beginPath();
    ctx.arc(x, y, radius, from + gap / 2, Math.max(to - gap / 2, from + gap));
    ctx.stroke();
    from = to;
  }
  const px = size.clusterNumber - (mark.total > 999 ? 2 : mark.total > 99 ? 1 : 0);
  centredNumber(ctx, String(mark.total), x, y, fontOf(palette.cond, px, 600), px, palette.ink);
  const worst = mark.tally.missed > 0 ? 'missed' : mark.tally.warned > 0 ? 'warned' : null;
  if (worst) paintBadge(ctx, worst, mark.tally[worst], x + size.cluster * 0.82, y - size.cluster * 0.82, pens);
}

function paintBadge(
  ctx: Ctx,
  urgency: 'missed' | 'warned',
  count: number,
  x: number,
  y: number,
  { size, palette, shape }: Pens,
): void {
  const wide = count > 99 ? 1.45 : count > 9 ? 1.18 : 1;
  const base = (size.pin >= 40 ? 17.6 : size.pin * 0.38) * wide;
  const path = shape(urgency === 'missed' ? ketupatPath(base * 1.22) : trianglePath(base));
  const inks = urgencyInks(urgency, palette);
  at(ctx, x, y, () => {
    ctx.lineJoin = 'round';
    ctx.fillStyle = inks.fill;
    ctx.fill(path);
    ctx.strokeStyle = inks.line;
    ctx.lineWidth = size.pin >= 40 ? 2 : 1.25;
    ctx.stroke(path);
  });
  const drop = urgency === 'warned' ? base * 0.2 : 0;
  const px = size.badgeNumber;
  centredNumber(ctx, String(count), x, y + drop, fontOf(palette.cond, px, 600), px, inks.number);
}
