import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { amongJson, bulkInsert } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';

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
 * What of a case or an incident decides who sees it, as one text: while it stays the same, no span moves. Null for what
 * is neither.
 */
export function sightText(one: CaseState | null, incident: IncidentState | null): string | null {
  if (one !== null) return JSON.stringify([one.incident, one.lead, one.assist]);
  if (incident === null) return null;
  return JSON.stringify([incident.place?.state, incident.reports.map(({ report }) => report), incident.links]);
}

/**
 * Keeps, for each incident with its reports and cases, from which seq to which seq a state or branch had it in sight:
 * the incident's state, the branches that lead or assist a case, and the states of those branches. Who sees one of
 * several joined incidents sees them all.
 * @param touched incidents that changed, joined or parted, or whose cases changed
 * @param head the last seq of this transaction: the moment of every change in it.
 */
export async function moveScopes(
  tx: Connection,
  tools: Tools,
  touched: readonly string[],
  head: number,
): Promise<void> {
  if (touched.length === 0) return;
  const survivors = tx('incident_row')
    .select('survivor_id')
    .whereRaw(amongJson(tools.kind, 'id'), [JSON.stringify(touched)]);
  const rows: { survivor_id: string; state: string }[] = await tx('incident_row')
    .select('survivor_id', 'state')
    .whereIn('survivor_id', survivors);
  const incidents = rows.map((row) => ({ survivor: row.survivor_id, state: JSON.parse(row.state) as IncidentState }));
  const cases: { id: string; incident_id: string; lead: string | null; state: string }[] = await tx('case_row')
    .select('id', 'incident_id', 'lead', 'state')
    .whereRaw(amongJson(tools.kind, 'incident_id'), [JSON.stringify(incidents.map(({ state }) => state.id))]);
  const wanted = new Map<string, Set<string>>();
  const kinds = new Map<string, string>();
  const keysOfFusion = new Map<string, Set<string>>();
  const casesOf = new Map<string, typeof cases>();
  for (const row of cases) casesOf.set(row.incident_id, [...(casesOf.get(row.incident_id) ?? []), row]);
  for (const { survivor, state } of incidents) {
    const branches = (casesOf.get(state.id) ?? []).flatMap(branchesOf);
    const keys = keysOf(state.place?.state ?? null, branches, tools.stateOfBranch);
    keysOfFusion.set(survivor, new Set([...(keysOfFusion.get(survivor) ?? []), ...keys]));
  }
  for (const { survivor, state } of incidents) {
    const keys = keysOfFusion.get(survivor) ?? new Set();
    const own = casesOf.get(state.id) ?? [];
    const reports = state.reports.map((link) => link.report);
    for (const [kind, ids] of [
      ['incident', [state.id]],
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
