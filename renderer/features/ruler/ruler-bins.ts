import type { Judged } from '#renderer/app/board/judged-case.ts';
import { isOpen, type Urgency, urgencyOf, urgencyRank } from '#shared/clocks/urgency.ts';

export const HOUR_MS = 3_600_000;
/** The ruler shows from two hours ago to eleven ahead. */
export const BEHIND_MS = 2 * HOUR_MS;
export const AHEAD_MS = 11 * HOUR_MS;
export const SPAN_MS = BEHIND_MS + AHEAD_MS;
const BIN_PX = 34;

/** Clocks that fall due in one stretch of the ruler, [from, to) in ms since 1970. */
export interface RulerBin {
  from: number;
  to: number;
  /** When the earliest of them falls due: where the glyph stands. */
  first: number;
  worst: Urgency;
  total: number;
  missed: number;
  warned: number;
  running: number;
}

export interface Ruler {
  bins: readonly RulerBin[];
  /** Late clocks that fell due before the ruler begins. */
  older: number;
}

/** ms of one bin on a ruler this wide (px): 34 px or a little more, a whole number of minutes. */
export function binLength(width: number): number {
  const bins = Math.max(1, Math.floor(width / BIN_PX));
  return Math.ceil(SPAN_MS / bins / 60_000) * 60_000;
}

/**
 * Every running or late clock of open cases by when it falls due. Paused ones have no due time to show. Bins lie on
 * multiples of their length, so that nothing shifts between them as time goes by.
 * @param now ms since 1970. @param length ms of one bin.
 */
export function rulerBins(open: readonly Judged[], now: number, length: number): Ruler {
  const begin = now - BEHIND_MS;
  const end = now + AHEAD_MS;
  const bins = new Map<number, RulerBin>();
  let older = 0;
  for (const { row } of open) {
    for (const clock of row.clocks) {
      if (!isOpen(clock) || clock.pausedSince !== null || clock.due >= end) continue;
      if (clock.due < begin) {
        older++;
        continue;
      }
      const from = Math.floor(clock.due / length) * length;
      const urgency = urgencyOf(clock, now);
      const bin = bins.get(from) ?? emptyBin(from, length, clock.due, urgency);
      bin.total++;
      if (urgency === 'missed' || urgency === 'warned' || urgency === 'running') bin[urgency]++;
      bin.first = Math.min(bin.first, clock.due);
      if (urgencyRank(urgency) < urgencyRank(bin.worst)) bin.worst = urgency;
      bins.set(from, bin);
    }
  }
  return { bins: [...bins.values()].sort((a, b) => a.from - b.from), older };
}

function emptyBin(from: number, length: number, first: number, worst: Urgency): RulerBin {
  return { from, to: from + length, first, worst, total: 0, missed: 0, warned: 0, running: 0 };
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
