import { leadingClock, timeLeft, urgencyOf } from '#shared/clocks/urgency.ts';
import type { WallCase } from '#shared/contract/view/wall.ts';

/** One office with something late, or the cases nobody leads yet; never a person. */
export interface LateLine {
  /** Branch code; null for cases without a lead. */
  lead: string | null;
  /** Key of the clock that is latest. */
  clock: string;
  /** How late it is, ms. */
  lateMs: number;
  /** It rests on an estimate. */
  uncertain: boolean;
  /** Late cases of this office. */
  cases: number;
}

/**
 * What is late now, one line an office, the latest first. A case counts once, by its leading clock.
 * @param now ms since 1970.
 */
export function lateList(cases: readonly WallCase[], now: number): LateLine[] {
  const lines = new Map<string | null, LateLine>();
  for (const one of cases) {
    if (!one.open) continue;
    const clock = leadingClock(one.clocks, now);
    if (clock === null || urgencyOf(clock, now) !== 'missed') continue;
    const lead = one.assigned ? one.lead : null;
    const lateMs = -timeLeft(clock, now);
    const line = lines.get(lead);
    const uncertain = clock.uncertain === true;
    if (!line) lines.set(lead, { lead, clock: clock.key, lateMs, uncertain, cases: 1 });
    else {
      line.cases++;
      if (lateMs > line.lateMs) Object.assign(line, { clock: clock.key, lateMs, uncertain });
    }
  }
  return [...lines.values()].sort((a, b) => b.lateMs - a.lateMs || ((a.lead ?? '') < (b.lead ?? '') ? -1 : 1));
}
