import type { CaseState, IncidentState, ReportState } from '#shared/domain/case-state.ts';
import { shownIncidents } from '#shared/sync/shown-incidents.ts';
import { withoutPersons, withoutWords } from '#shared/sync/without-persons.ts';
import { atOnce } from './at-once.ts';
import { amongJson, bulkInsert, type Column } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { putLinks } from './fusions.ts';

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
  column('survivor_id'),
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

/**
 * Writes folded states and the columns that lists filter by. Joined incidents are found by what they show as: each row
 * keeps its own state, and in its columns kind, grade, place and receipt of the survivor's.
 * @returns the incidents that may show as another now: those given and all that are or were joined with them
 */
export async function putFolds(
  tx: Connection,
  kind: Database['kind'],
  folds: {
    incidents: readonly Folded<IncidentState>[];
    cases: readonly Folded<CaseState>[];
    reports: readonly Folded<ReportState>[];
  },
): Promise<Set<string>> {
  const touched = await putLinks(
    tx,
    kind,
    folds.incidents.map(({ state }) => state),
  );
  const all = [...folds.incidents, ...(await othersOf(tx, kind, touched, folds.incidents))];
  const shown = shownIncidents(all.map(({ state }) => state));
  const incidents = all.map(({ rank, state }) => {
    const one = shown.get(state.id)?.incident ?? state;
    return [
      state.id,
      rank,
      state.number,
      state.label,
      one.kind,
      one.grade,
      one.place?.state ?? null,
      receivedMs(one),
      state.seq,
      one.id,
      JSON.stringify(state),
    ];
  });
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
    return [state.id, rank, state.seq, JSON.stringify(withoutWords(state))];
  });
  await atOnce(kind, [
    () => bulkInsert(tx, kind, 'incident_row', INCIDENT_COLUMNS, incidents, 'id'),
    () => bulkInsert(tx, kind, 'case_row', CASE_COLUMNS, cases, 'id'),
    () => bulkInsert(tx, kind, 'report_row', REPORT_COLUMNS, reports, 'id'),
  ]);
  return touched;
}

/** Those of the touched incidents that are not at hand, as they are stored. */
async function othersOf(
  tx: Connection,
  kind: Database['kind'],
  touched: ReadonlySet<string>,
  atHand: readonly Folded<IncidentState>[],
): Promise<Folded<IncidentState>[]> {
  const held = new Set(atHand.map(({ state }) => state.id));
  const missing = [...touched].filter((id) => !held.has(id));
  if (missing.length === 0) return [];
  const rows: { rank: number; state: string }[] = await tx('incident_row')
    .select('rank', 'state')
    .whereRaw(amongJson(kind, 'id'), [JSON.stringify(missing)]);
  return rows.map(({ rank, state }) => ({ rank, state: JSON.parse(state) as IncidentState }));
}
