import type { IncidentState } from '#shared/domain/case-state.ts';
import { type ShownIncident, shownIncidents } from '#shared/sync/shown-incidents.ts';
import { amongJson, bulkInsert } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';

const LINK_COLUMNS = ['incident_id', 'other_id', 'owner_id'].map((name) => ({ name, type: 'text' }) as const);

/** These incidents and all that links join with them, however far; ids that are not known here may be among them. */
async function joinedWith(tx: Connection, kind: Database['kind'], ids: readonly string[]): Promise<Set<string>> {
  const values =
    kind === 'sqlite' ? 'SELECT value FROM json_each(?)' : 'SELECT json_array_elements_text(CAST(? AS json))';
  const near = `(WITH RECURSIVE near (id) AS (${values}
    UNION SELECT incident_link.other_id FROM near JOIN incident_link ON incident_link.incident_id = near.id
  ) SELECT id FROM near) AS joined`;
  const rows: { id: string }[] = await tx.select('id').from(tx.raw(near, [JSON.stringify(ids)]));
  return new Set(rows.map((row) => row.id));
}

/**
 * Writes the links that the events of these incidents make, in place of those that stood.
 * @returns the incidents themselves and all that are, or until now were, joined with them
 */
export async function putLinks(
  tx: Connection,
  kind: Database['kind'],
  incidents: readonly IncidentState[],
): Promise<Set<string>> {
  const ids = incidents.map(({ id }) => id);
  const links = incidents.flatMap(({ id, links: own }) => own.map((link) => ({ id, other: link.with })));
  const any: unknown = links.length > 0 || (ids.length > 0 && (await tx('incident_link').first('owner_id')));
  if (any === false || any === undefined) return new Set(ids);
  const before = await joinedWith(tx, kind, ids);
  await tx('incident_link')
    .whereRaw(amongJson(kind, 'owner_id'), [JSON.stringify(ids)])
    .delete();
  const both = links.flatMap(({ id, other }) => [
    [id, other, id],
    [other, id, id],
  ]);
  const once = [...new Map(both.map((row) => [row.join(' '), row])).values()];
  await bulkInsert(tx, kind, 'incident_link', LINK_COLUMNS, once);
  return new Set([...before, ...(await joinedWith(tx, kind, ids))]);
}

/** What each of these incidents shows as, by its own id and by the ids of all that are joined with it. */
export async function shownById(database: Database, ids: readonly string[]): Promise<Map<string, ShownIncident>> {
  const survivors = database
    .reader('incident_row')
    .select('survivor_id')
    .whereRaw(amongJson(database.kind, 'id'), [JSON.stringify(ids)]);
  const rows: { state: string }[] = await database
    .reader('incident_row')
    .select('state')
    .whereIn('survivor_id', survivors);
  return shownIncidents(rows.map((row) => JSON.parse(row.state) as IncidentState));
}
