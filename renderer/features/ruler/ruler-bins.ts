import type { Judged } from '#renderer/app/board/judged-case.ts';
import { isOpen, type Urgency, urgencyOf, urgencyRank } from '#shared/clocks/urgency.ts';

export const HOUR_MS = 3_600_000;
/** The ruler shows from two hours ago to eleven ahead. */
export const BEHIND_MS = 2 * HOUR_MS;
export const AHEAD_MS = 11 * HOUR_MS;
export const SPAN_MS = BEHIND_MS + AHEAD_MS;
const BIN_PX = 34;

/** Clocks that fall due close together. Moments in ms since 1970. */
export interface RulerBin {
  /** Where the glyph stands: the due time nearest to now. */
  at: number;
  /** From the earliest due time to just after the latest. */
  from: number;
  to: number;
  worst: Urgency;
  total: number;
  missed: number;
  warned: number;
  running: number;
}

export interface Ruler {
  /** By time. */
  bins: readonly RulerBin[];
  /** Late clocks that fell due before the ruler begins. */
  older: number;
}

/** ms that one mark takes on a ruler this wide (px). */
export function binLength(width: number): number {
  return Math.ceil((SPAN_MS * BIN_PX) / Math.max(width, BIN_PX));
}

/**
 * Every running or late clock of open cases by when it falls due; paused ones have no due time to show. Bins grow from
 * now outwards, so late and coming clocks never share one and none changes its bin until another clock falls due.
 * @param now ms since 1970. @param length ms that one mark takes.
 */
export function rulerBins(open: readonly Judged[], now: number, length: number): Ruler {
  const late: Due[] = [];
  const coming: Due[] = [];
  let older = 0;
  for (const { row } of open) {
    for (const clock of row.clocks) {
      if (!isOpen(clock) || clock.pausedSince !== null || clock.due >= now + AHEAD_MS) continue;
      if (clock.due < now - BEHIND_MS) older++;
      else (clock.due < now ? late : coming).push({ at: clock.due, urgency: urgencyOf(clock, now) });
    }
  }
  late.sort((a, b) => b.at - a.at);
  coming.sort((a, b) => a.at - b.at);
  return { bins: [...gather(late, length).reverse(), ...gather(coming, length)], older };
}

interface Due {
  at: number;
  urgency: Urgency;
}

/** Joins dues to the first of their bin while they lie within its length. */
function gather(dues: readonly Due[], length: number): RulerBin[] {
  const bins: RulerBin[] = [];
  let bin: RulerBin | null = null;
  for (const { at, urgency } of dues) {
    if (bin === null || Math.abs(at - bin.at) >= length) {
      bin = { at, from: at, to: at + 1, worst: urgency, total: 0, missed: 0, warned: 0, running: 0 };
      bins.push(bin);
    }
    bin.from = Math.min(bin.from, at);
    bin.to = Math.max(bin.to, at + 1);
    bin.total++;
    if (urgency === 'missed' || urgency === 'warned' || urgency === 'running') bin[urgency]++;
    if (urgencyRank(urgency) < urgencyRank(bin.worst)) bin.worst = urgency;
  }
  return bins;
}

/** Where words of that width (px) find room beside a line at `line` px: left of it, else right, else nowhere. */
export function roomBeside(
  line: number,
  width: number,
  marks: readonly { from: number; to: number }[],
): 'left' | 'right' | null {
  const free = (from: number, to: number) => marks.every((mark) => mark.to <= from || mark.from >= to);
  if (line - width > 0 && free(line - width, line)) return 'left';
  return free(line, line + width) ? 'right' : null;
}

/** Share of the ruler's length (0–1) at a moment; below 0 or above 1 when it lies outside. */
export function along(at: number, now: number): number {
  return (at - (now - BEHIND_MS)) / SPAN_MS;
}

/** Whole hours in the ruler's span, ms since 1970. */
export function hourTicks(now: number): number[] {
  const first = Math.ceil((now - BEHIND_MS) / HOUR_MS) * HOUR_MS;
  const ticks: number[] = [];
  for (let at = first; at < now + AHEAD_MS; at += HOUR_MS) ticks.push(at);
  return ticks;
}
