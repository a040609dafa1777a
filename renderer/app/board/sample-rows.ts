import type { QueueRow, SlimClock } from '#shared/contract/view/queue-row.ts';

/** A row for unit tests: an unassigned case of its own incident unless told otherwise. */
export function aRow(change: Partial<QueueRow> = {}): QueueRow {
  const id = change.case ?? 'case-1';
  return {
    case: id,
    incident: `incident-of-${id}`,
    number: '2026-000101',
    aliases: [],
    ordinal: 1,
    of: 1,
    kind: 'struck',
    severity: 'death',
    grade: 'one-source',
    priority: 'normal',
    place: 'Nilai',
    state: 'Negeri Sembilan',
    lat: 2.82,
    lon: 101.8,
    confidence: 0.9,
    source: 'press',
    reports: 1,
    status: 'unassigned',
    lead: null,
    suggested: null,
    receivedAt: 0,
    clocks: [],
    conflicts: 0,
    unsent: 0,
    readOnly: false,
    ...change,
  };
}

/** A running clock for unit tests: 0 to 1,000,000, warning at 750,000 (ms). */
export function aClock(change: Partial<SlimClock> = {}): SlimClock {
  return {
    id: 'kpi.triage:case-1',
    key: 'kpi.triage',
    startedAt: 0,
    due: 1_000_000,
    warnAt: 750_000,
    stoppedAt: null,
    pausedSince: null,
    ...change,
  };
}
