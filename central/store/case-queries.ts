import type { CaseState, IncidentState, ReportState } from '#shared/domain/case-state.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { amongJson } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { scopeKey } from './scope-spans.ts';

/** A stored case; its state holds no names. */
export interface StoredCase {
  rank: number;
  victimKnown: boolean;
  state: CaseState;
}
export interface StoredIncident {
  rank: number;
  state: IncidentState;
}

/** What a list is narrowed to. `from` and `to` bound the receipt, ms since 1970. */
export interface Filter {
  state?: string | undefined;
  branch?: string | undefined;
  status?: string | undefined;
  severity?: string | undefined;
  kind?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

export interface PageRequest {
  filter: Filter;
  scope: Scope;
  /** Rank of the last item seen; 0 at first. */
  after: number;
  limit: number;
}

export interface StoredPage<T> {
  items: T[];
  next: number | null;
  total: number;
}

type CaseRow = { rank: number; victim_known: number; state: string };
const toCase = (row: CaseRow): StoredCase => ({
  rank: row.rank,
  victimKnown: row.victim_known !== 0,
  state: JSON.parse(row.state) as CaseState,
});
const toIncident = (row: { rank: number; state: string }): StoredIncident => ({
  rank: row.rank,
  state: JSON.parse(row.state) as IncidentState,
});

function narrow(query: ReturnType<Connection>, table: 'case_row' | 'incident_row', { filter, scope }: PageRequest) {
  const ofCase = table === 'case_row';
  const caseFilter = {
    'case_row.status': filter.status,
    'case_row.severity': filter.severity,
    'case_row.lead': filter.branch,
  };
  const wanted = Object.entries(caseFilter).filter(([, value]) => value !== undefined);
  if (ofCase) for (const [name, value] of wanted) query.where(name, value as string);
  else if (wanted.length > 0) {
    query.whereExists((cases) => {
      cases.from('case_row').join('incident_row as member', 'member.id', 'case_row.incident_id');
      cases.whereRaw('member.survivor_id = incident_row.id');
      for (const [name, value] of wanted) cases.where(name, value as string);
    });
  }
  // Of joined incidents only the one they show as is listed.
  if (!ofCase) query.whereRaw('incident_row.survivor_id = incident_row.id');
  if (filter.state !== undefined) query.where('incident_row.place_state', filter.state);
  if (filter.kind !== undefined) query.where('incident_row.kind', filter.kind);
  if (filter.from !== undefined) query.where('incident_row.received_ms', '>=', filter.from);
  if (filter.to !== undefined) query.where('incident_row.received_ms', '<', filter.to);
  const key = scopeKey(scope);
  if (key !== null) {
    query.whereExists((span) => {
      span
        .from('scope_span')
        .whereRaw(`scope_span.subject_id = ${table}.id`)
        .where('scope_key', key)
        .whereNull('left_seq');
    });
  }
  return query;
}

async function page<R extends { rank: number }, T>(
  reader: Connection,
  table: 'case_row' | 'incident_row',
  columns: string[],
  request: PageRequest,
  read: (row: R) => T,
): Promise<StoredPage<T>> {
  const base = () => {
    const query = reader(table);
    if (table === 'case_row') query.join('incident_row', 'incident_row.id', 'case_row.incident_id');
    return narrow(query, table, request);
  };
  const count = await base().count({ count: '*' }).first();
  const rows: R[] = await base()
    .select(columns.map((name) => `${table}.${name} as ${name}`))
    .where(`${table}.rank`, '>', request.after)
    .orderBy(`${table}.rank`)
    .limit(request.limit + 1);
  const items = rows.slice(0, request.limit);
  return {
    items: items.map(read),
    next: rows.length > request.limit ? (items.at(-1)?.rank ?? null) : null,
    total: Number((count as { count?: number } | undefined)?.count ?? 0),
  };
}

/** A page of cases, oldest first. */
export function pageOfCases(reader: Connection, request: PageRequest): Promise<StoredPage<StoredCase>> {
  return page<CaseRow, StoredCase>(reader, 'case_row', ['rank', 'victim_known', 'state'], request, toCase);
}

/** A page of incidents, oldest first. */
export function pageOfIncidents(reader: Connection, request: PageRequest): Promise<StoredPage<StoredIncident>> {
  return page<{ rank: number; state: string }, StoredIncident>(
    reader,
    'incident_row',
    ['rank', 'state'],
    request,
    toIncident,
  );
}

/** The id behind an id, a number or a console's label; null when there is none. */
export async function idOf(
  reader: Connection,
  table: 'case_row' | 'incident_row',
  name: string,
): Promise<string | null> {
  const row: { id: string } | undefined = await reader(table)
    .where({ id: name.toLowerCase() })
    .orWhere({ number: name })
    .orWhere({ label: name.toUpperCase() })
    .first('id');
  return row?.id ?? null;
}

/** Whether a person of this scope may see a subject. */
export async function isInSight(reader: Connection, subject: string, scope: Scope): Promise<boolean> {
  const key = scopeKey(scope);
  if (key === null) return true;
  const row = await reader('scope_span')
    .where({ subject_id: subject, scope_key: key })
    .whereNull('left_seq')
    .first('subject_id');
  return row !== undefined;
}

/** Stored cases by id. */
export async function casesById(database: Database, ids: readonly string[]): Promise<StoredCase[]> {
  const rows: CaseRow[] = await database
    .reader('case_row')
    .whereRaw(amongJson(database.kind, 'id'), [JSON.stringify(ids)]);
  return rows.map(toCase);
}

/** Stored cases of these incidents, by ordinal. */
export async function casesOfIncidents(database: Database, incidents: readonly string[]): Promise<StoredCase[]> {
  const rows: CaseRow[] = await database
    .reader('case_row')
    .whereRaw(amongJson(database.kind, 'incident_id'), [JSON.stringify(incidents)])
    .orderBy('ordinal')
    .orderBy('rank');
  return rows.map(toCase);
}

/** Stored incidents by id. */
export async function incidentsById(database: Database, ids: readonly string[]): Promise<Map<string, StoredIncident>> {
  const rows: { rank: number; state: string }[] = await database
    .reader('incident_row')
    .whereRaw(amongJson(database.kind, 'id'), [JSON.stringify(ids)]);
  return new Map(rows.map(toIncident).map((row) => [row.state.id, row]));
}

/** Facts of these reports, without their words. */
export async function reportsById(database: Database, ids: readonly string[]): Promise<Map<string, ReportState>> {
  const rows: { state: string }[] = await database
    .reader('report_row')
    .select('state')
    .whereRaw(amongJson(database.kind, 'id'), [JSON.stringify(ids)]);
  return new Map(rows.map((row) => JSON.parse(row.state) as ReportState).map((state) => [state.id, state]));
}

/** Ids of all cases that are not closed, oldest first. */
export async function openCaseIds(reader: Connection): Promise<string[]> {
  const rows: { id: string }[] = await reader('case_row').select('id').whereNot({ status: 'closed' }).orderBy('rank');
  return rows.map((row) => row.id);
}

/** Whether there is any case at all. */
export async function hasCases(reader: Connection): Promise<boolean> {
  return (await reader('case_row').first('id')) !== undefined;
}
