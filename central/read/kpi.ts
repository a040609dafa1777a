import { z } from 'zod';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { promiseKept } from '#shared/clocks/promise-kept.ts';
import type { RuleBook } from '#shared/clocks/rule-book.ts';
import { slimClock } from '#shared/clocks/slim-clock.ts';
import { leadingClock, urgencyOf } from '#shared/clocks/urgency.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';

const shareSchema = z.object({ met: z.int(), of: z.int(), percent: z.number().nullable() });

/** How the promises were kept: of each clock that is decided, how many in time; one ended by closing the case in time is left out. */
export const kpiSchema = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  cases: z.int(),
  /** Incidents these cases are of; joined ones count as one. */
  incidents: z.int(),
  open: z.object({
    total: z.int(),
    late: z.int(),
    warned: z.int(),
    onTime: z.int(),
    paused: z.int(),
    unassigned: z.int(),
  }),
  closed: z.int(),
  paid: z.int(),
  clocks: z.record(z.string(), shareSchema),
});
export type Kpi = z.infer<typeof kpiSchema>;

/** Counts the figures over cases, each with what its incident shows as, at `now` (ms since 1970). A clock still running and not late counts for nothing yet. */
export function kpiOf(
  cases: readonly { state: CaseState; incident: IncidentState }[],
  now: number,
  rules: RuleBook,
): Omit<Kpi, 'from' | 'to'> {
  const open = { total: 0, late: 0, warned: 0, onTime: 0, paused: 0, unassigned: 0 };
  const shares = new Map<string, { met: number; of: number }>();
  let closed = 0;
  let paid = 0;
  for (const { state, incident } of cases) {
    const clocks = clocksOf(clockFacts(state, incident), rules.policies, now, rules.calendars);
    for (const clock of clocks) {
      const kept = promiseKept(clock);
      if (kept === null) continue;
      const share = shares.get(clock.key) ?? { met: 0, of: 0 };
      shares.set(clock.key, { met: share.met + (kept ? 1 : 0), of: share.of + 1 });
    }
    if (state.payments.length > 0) paid += 1;
    if (state.status === 'closed') {
      closed += 1;
      continue;
    }
    open.total += 1;
    if (state.lead === null) open.unassigned += 1;
    const lead = leadingClock(clocks.map(slimClock), now);
    const urgency = lead === null ? 'met' : urgencyOf(lead, now);
    if (urgency === 'missed') open.late += 1;
    else if (urgency === 'warned') open.warned += 1;
    else if (urgency === 'paused') open.paused += 1;
    else open.onTime += 1;
  }
  const clocks = Object.fromEntries(
    [...shares]
      .sort()
      .map(([key, { met, of }]) => [key, { met, of, percent: of === 0 ? null : Math.round((met / of) * 1000) / 10 }]),
  );
  const incidents = new Set(cases.map(({ incident }) => incident.id)).size;
  return { cases: cases.length, incidents, open, closed, paid, clocks };
}
