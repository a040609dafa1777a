import type { RotaView } from '#shared/contract/view/rota.ts';

const DAY_MS = 86_400_000;

/** Part of a span as one day's strip shows it: shares of the strip's width, and the moments (ms since 1970) it shows. */
export interface Piece {
  left: number;
  width: number;
  from: number;
  to: number;
  /** It goes on before or after this strip. */
  before: boolean;
  after: boolean;
}

/** The strip of a day, from the hour of opening to that hour on the next day. @param week ms since 1970 @param at 0 for its first day */
export function stripOf(week: Pick<RotaView, 'from'>, at: number): { from: number; to: number } {
  return { from: week.from + at * DAY_MS, to: week.from + (at + 1) * DAY_MS };
}

/** What of a span lies in a strip; null when nothing does. */
export function pieceIn(strip: { from: number; to: number }, span: { from: number; to: number }): Piece | null {
  const [from, to] = [Math.max(strip.from, span.from), Math.min(strip.to, span.to)];
  if (from >= to) return null;
  const whole = strip.to - strip.from;
  return {
    left: (from - strip.from) / whole,
    width: (to - from) / whole,
    from,
    to,
    before: span.from < strip.from,
    after: span.to > strip.to,
  };
}

/** The moment at a share of a strip's width, on the whole half hour; ms since 1970. */
export function momentAt(strip: { from: number; to: number }, share: number): number {
  const half = 1_800_000;
  const within = Math.max(0, Math.min(1, share)) * (strip.to - strip.from);
  return strip.from + Math.round(within / half) * half;
}

/** Spans of one lane in rows that never overlap: where two people are on duty at once both are seen. */
export function rowsOf<T extends { from: number; to: number }>(spans: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const row = rows.find((one) => (one.at(-1)?.to ?? 0) <= span.from);
    if (row) row.push(span);
    else rows.push([span]);
  }
  return rows.length === 0 ? [[]] : rows;
}
