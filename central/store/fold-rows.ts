import type { CaseState, IncidentState, ReportState } from '#shared/domain/case-state.ts';
import { bulkInsert, type Column } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { withoutPersons } from './redact-state.ts';

const column = (name: string, type: Column['type'] = 'text'): Column => ({ name, type });

const INCIDENT_COLUMNS = [
  column('id'),
  column('rank', 'bigint'),
  column('number'),
  column('label'),
  column('kind'),
  column('grade'),
  column('place_state'),
  column('received_ms', 'bigint'),
  column('seq', 'bigint'),
  column('state'),
];
const CASE_COLUMNS = [
  column('id'),
  column('rank', 'bigint'),
  column('incident_id'),
  column('number'),
  column('label'),
  column('ordinal', 'integer'),
  column('status'),
  column('severity'),
  column('lead'),
  column('victim_known', 'integer'),
  column('seq', 'bigint'),
  column('state'),
];
const REPORT_COLUMNS = [column('id'), column('rank', 'bigint'), column('seq', 'bigint'), column('state')];

/** A folded subject and the seq of its first event, which orders pages. */
export interface Folded<T> {
  rank: number;
  state: T;
}

/** Receipt of an incident: of its first report, else its own opening. ms since 1970. */
export function receivedMs(state: IncidentState): number {
  return state.reports.reduce(
    (least, link) => Math.min(least, link.receivedAt),
    state.reports[0]?.receivedAt ?? state.opened.ms,
  );
}

/** Writes folded states and the columns that lists filter by. */
export async function putFolds(
  tx: Connection,
  kind: Database['kind'],
  folds: {
    incidents: readonly Folded<IncidentState>[];
    cases: readonly Folded<CaseState>[];
    reports: readonly Folded<ReportState>[];
  },
): Promise<void> {
  const incidents = folds.incidents.map(({ rank, state }) => [
    state.id,
    rank,
    state.number,
    state.label,
    state.kind,
    state.grade,
    state.place?.state ?? null,
    receivedMs(state),
    state.seq,
    JSON.stringify(state),
  ]);
  const cases = folds.cases.map(({ rank, state }) => [
    state.id,
    rank,
    state.incident,
    state.number,
    state.label,
    state.ordinal,
    state.status,
    state.severity,
    state.lead,
    state.victim.name !== null || state.victim.idNumber !== null ? 1 : 0,
    state.seq,
    JSON.stringify(withoutPersons(state)),
  ]);
  const reports = folds.reports.map(({ rank, state }) => {
    const facts = { ...state, text: '', url: null, placeName: null, reporter: null };
    return [state.id, rank, state.seq, JSON.stringify(facts)];
  });
  await bulkInsert(tx, kind, 'incident_row', INCIDENT_COLUMNS, incidents, 'id');
  await bulkInsert(tx, kind, 'case_row', CASE_COLUMNS, cases, 'id');
  await bulkInsert(tx, kind, 'report_row', REPORT_COLUMNS, reports, 'id');
}
