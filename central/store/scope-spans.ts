import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { amongJson, bulkInsert } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import type { Folded } from './fold-rows.ts';

/** The state a branch lies in, by its code; undefined for a code nobody knows. */
export type StateOfBranch = (code: string) => string | undefined;

interface Tools {
  kind: Database['kind'];
  stateOfBranch: StateOfBranch;
}

/** The key under which a scope's spans are kept; null for headquarters, which sees all. */
export function scopeKey(scope: Scope): string | null {
  if (scope.kind === 'hq') return null;
  return scope.kind === 'state' ? `state:${scope.state}` : `branch:${scope.branch}`;
}

/**
 * Keeps, for each incident with its reports and cases, from which seq to which seq a state or branch had it in sight:
 * the incident's state, the branches that lead or assist a case, and the states of those branches.
 * @param head the last seq of this transaction: the moment of every change in it.
 */
export async function moveScopes(
  tx: Connection,
  tools: Tools,
  folds: { incidents: readonly Folded<IncidentState>[]; cases: readonly Folded<CaseState>[] },
  head: number,
): Promise<void> {
  const touched = [
    ...new Set([...folds.incidents.map(({ state }) => state.id), ...folds.cases.map(({ state }) => state.incident)]),
  ];
  if (touched.length === 0) return;
  const json = JSON.stringify(touched);
  const incidents: { id: string; place_state: string | null; state: string }[] = await tx('incident_row')
    .select('id', 'place_state', 'state')
    .whereRaw(amongJson(tools.kind, 'id'), [json]);
  const cases: { id: string; incident_id: string; lead: string | null; state: string }[] = await tx('case_row')
    .select('id', 'incident_id', 'lead', 'state')
    .whereRaw(amongJson(tools.kind, 'incident_id'), [json]);
  const wanted = new Map<string, Set<string>>();
  const kinds = new Map<string, string>();
  for (const incident of incidents) {
    const own = cases.filter((row) => row.incident_id === incident.id);
    const keys = keysOf(incident.place_state, own.flatMap(branchesOf), tools.stateOfBranch);
    const reports = (JSON.parse(incident.state) as IncidentState).reports.map((link) => link.report);
    for (const [kind, ids] of [
      ['incident', [incident.id]],
      ['report', reports],
      ['case', own.map((row) => row.id)],
    ] as const) {
      for (const id of ids) {
        kinds.set(id, kind);
        wanted.set(id, keys);
      }
    }
  }
  await applySpans(tx, tools.kind, wanted, kinds, head);
}

function branchesOf(row: { lead: string | null; state: string }): string[] {
  const { assist } = JSON.parse(row.state) as CaseState;
  return row.lead === null ? [...assist] : [row.lead, ...assist];
}

function keysOf(placeState: string | null, branches: readonly string[], stateOfBranch: StateOfBranch): Set<string> {
  const states = [placeState, ...branches.map(stateOfBranch)].filter((state) => state !== null && state !== undefined);
  return new Set([...states.map((state) => `state:${state}`), ...branches.map((branch) => `branch:${branch}`)]);
}

async function applySpans(
  tx: Connection,
  kind: Database['kind'],
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  kinds: ReadonlyMap<string, string>,
  head: number,
): Promise<void> {
  const open: { subject_id: string; scope_key: string }[] = await tx('scope_span')
    .select('subject_id', 'scope_key')
    .whereNull('left_seq')
    .whereRaw(amongJson(kind, 'subject_id'), [JSON.stringify([...wanted.keys()])]);
  const now = new Set(open.map((row) => `${row.subject_id} ${row.scope_key}`));
  for (const row of open) {
    if (!wanted.get(row.subject_id)?.has(row.scope_key))
      await tx('scope_span').where(row).whereNull('left_seq').update({ left_seq: head });
  }
  const fresh = [...wanted].flatMap(([id, keys]) =>
    [...keys].filter((key) => !now.has(`${id} ${key}`)).map((key) => [kinds.get(id) ?? '', id, key, head]),
  );
  const columns = [
    { name: 'subject_kind', type: 'text' },
    { name: 'subject_id', type: 'text' },
    { name: 'scope_key', type: 'text' },
    { name: 'entered_seq', type: 'bigint' },
  ] as const;
  await bulkInsert(tx, kind, 'scope_span', columns, fresh);
}
