import type { Calendars } from '#shared/clocks/calendar/calendars.ts';
import type { ClockInstance } from '#shared/clocks/clock-instance.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import type { ClockPolicy } from '#shared/clocks/policies.ts';
import { promiseKept } from '#shared/clocks/promise-kept.ts';
import { slimClock } from '#shared/clocks/slim-clock.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { declinedOffices } from '#shared/domain/declined-offices.ts';
import { numberOfCase } from '#shared/domain/number-of-case.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { namesOf, type ShownIncident } from '#shared/sync/shown-incidents.ts';
import type { SqlValue } from './database.ts';

/** What a row needs beyond the states of its case and incident. */
export interface RowFacts {
  /** Which of the incident's cases it is, joined incidents counted as one; from 1. */
  ordinal: number;
  /** Cases of the incident. */
  of: number;
  unsent: number;
  policies: readonly ClockPolicy[];
  calendars?: Calendars;
  now: number;
}

/**
 * A case as queue and map show it, and the clocks it was made with. It bears the incident it is shown under, and answers
 * to the numbers of all that are joined with it, its own first.
 */
export function queueRow(
  state: CaseState,
  { incident, members }: ShownIncident,
  facts: RowFacts,
): { row: QueueRow; clocks: ClockInstance[] } {
  const clocks = clocksOf(clockFacts(state, incident), facts.policies, facts.now, facts.calendars);
  const reports = [...incident.reports].sort((a, b) => a.receivedAt - b.receivedAt);
  const first = reports[0];
  const number = numberOfCase(state);
  const own = members.filter(({ id }) => id === state.incident);
  const names = [...(state.label === null ? [] : [state.label]), ...namesOf([...own, ...members])];
  const row: QueueRow = {
    case: state.id,
    incident: incident.id,
    number,
    aliases: [...new Set(names)].filter((name) => name !== number),
    ordinal: facts.ordinal,
    of: facts.of,
    kind: incident.kind,
    severity: state.severity,
    grade: incident.grade,
    priority: state.priority,
    place: incident.place?.name ?? null,
    state: incident.place?.state ?? null,
    lat: incident.place?.lat ?? null,
    lon: incident.place?.lon ?? null,
    confidence: incident.place?.confidence ?? 0,
    source: first?.source ?? 'press',
    reports: reports.length,
    status: state.status,
    lead: state.lead,
    // An office that declined is suggested no more: nobody owes a reason for choosing another.
    suggested: declinedOffices(state).has(incident.suggested?.branch ?? '') ? null : incident.suggested,
    receivedAt: first?.receivedAt ?? incident.opened.ms,
    clocks: clocks.map(slimClock),
    conflicts: state.conflicts.length + incident.conflicts.length,
    unsent: facts.unsent,
    readOnly: state.readOnly || incident.readOnly,
  };
  return { row, clocks };
}

/**
 * The columns that screens count and sort by; without a row (its incident is not here yet) only those of the state.
 * `wake_at` is the next moment at which the row changes without any event: a pause that ends by itself.
 */
export function caseColumns(
  state: CaseState,
  row: QueueRow | null,
  incident: IncidentState | null,
  clocks: readonly ClockInstance[],
  now: number,
): Record<string, SqlValue> {
  const running = (row?.clocks ?? []).filter((one) => one.stoppedAt === null && one.pausedSince === null);
  const wakes = clocks.flatMap((one) => (one.resumesAt !== null && one.resumesAt > now ? [one.resumesAt] : []));
  const sameDay = clocks.find(counts('kpi.same-day-action'));
  const pay = clocks.find(counts('kpi.first-payment'));
  return {
    id: state.id,
    incident: state.incident,
    ordinal: state.ordinal,
    number: state.number,
    label: state.label,
    status: state.status,
    lead: state.lead,
    open: state.closed === null ? 1 : 0,
    conflicts: state.conflicts.length + (incident?.conflicts.length ?? 0),
    received_at: row?.receivedAt ?? null,
    unacknowledged:
      state.closed === null && state.lead !== null && state.assignments.at(-1)?.acknowledged === null ? 1 : 0,
    late_at: state.closed === null && running.length > 0 ? Math.min(...running.map((one) => one.due)) : null,
    same_day_due: sameDay?.due ?? null,
    same_day_stop: sameDay?.stoppedAt ?? null,
    news_at: pay?.startedAt ?? null,
    pay_due: pay?.due ?? null,
    pay_stop: pay?.stoppedAt ?? null,
    wake_at: wakes.length > 0 ? Math.min(...wakes) : null,
  };
}

/**
 * The clock of this key, where it says something for the results: not one that ended in time without its promise, and
 * not one that stands paused, whose due time is still moving.
 */
const counts = (key: string) => (clock: ClockInstance) =>
  clock.key === key && clock.state !== 'paused' && !(clock.state === 'met' && promiseKept(clock) === null);
