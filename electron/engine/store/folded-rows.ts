import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { Person } from '#shared/domain/person-role.ts';
import type { Database } from './database.ts';

interface StateRow {
  id: string;
  state: string;
}

async function load<T>(db: Database, table: string, ids: readonly string[]): Promise<Map<string, T>> {
  if (ids.length === 0) return new Map();
  const sql = `SELECT id, state FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`;
  const rows = await db.all<StateRow>(sql, [JSON.stringify(ids)]);
  return new Map(rows.map((row) => [row.id, JSON.parse(row.state) as T]));
}

/** Case states by id, without what names people (S-24); those not here are left out. */
export function loadCases(db: Database, ids: readonly string[]): Promise<Map<string, CaseState>> {
  return load(db, 'case_row', ids);
}

/** Incident states by id. */
export function loadIncidents(db: Database, ids: readonly string[]): Promise<Map<string, IncidentState>> {
  return load(db, 'incident_row', ids);
}

/** Every queue row, or those of these cases. */
export async function loadRows(db: Database, cases?: readonly string[]): Promise<QueueRow[]> {
  const rows = cases
    ? await db.all<{ row: string }>(
        'SELECT row FROM case_row WHERE row IS NOT NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id',
        [JSON.stringify(cases)],
      )
    : await db.all<{ row: string }>('SELECT row FROM case_row WHERE row IS NOT NULL');
  return rows.map((one) => JSON.parse(one.row) as QueueRow);
}

/** Every row as one JSON list, put together where it lies: ten thousand rows are read and sent as one text. */
export async function loadRowsText(db: Database): Promise<string> {
  const found = await db.get<{ list: string | null }>(
    "SELECT group_concat(row, ',') AS list FROM case_row WHERE row IS NOT NULL",
  );
  return `[${found?.list ?? ''}]`;
}

/** The cases of these incidents, in no order. */
export async function loadCasesOf(db: Database, incidents: readonly string[]): Promise<CaseState[]> {
  const rows = await db.all<StateRow>(
    'SELECT id, state FROM case_row WHERE incident IN (SELECT value FROM json_each(?))',
    [JSON.stringify(incidents)],
  );
  return rows.map((row) => JSON.parse(row.state) as CaseState);
}

/** Names of the people who sign acts, by id. */
export async function loadPeople(db: Database, ids: readonly string[]): Promise<Map<string, Person>> {
  const rows = await db.all<{ id: string; person: string }>(
    'SELECT id, person FROM user_row WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, JSON.parse(row.person) as Person]));
}
