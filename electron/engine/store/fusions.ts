import type { IncidentState } from '#shared/domain/case-state.ts';
import { type ShownIncident, shownIncidents } from '#shared/sync/shown-incidents.ts';
import type { Database } from './database.ts';
import { loadIncidents } from './folded-rows.ts';

/** Whether any incidents are joined. */
export async function anyJoined(db: Database): Promise<boolean> {
  return (await db.get('SELECT 1 FROM incident_link LIMIT 1')) !== undefined;
}

/**
 * These incidents and all that links join with them, however far; ids of incidents not here may be among them.
 * @param any what `anyJoined` tells, where the caller knows
 */
export async function joinedWith(db: Database, incidents: Iterable<string>, any?: boolean): Promise<Set<string>> {
  const ids = new Set(incidents);
  if (ids.size === 0 || !(any ?? (await anyJoined(db)))) return ids;
  const rows = await db.all<{ id: string }>(
    `WITH RECURSIVE near (id) AS (
       SELECT value FROM json_each(?)
       UNION SELECT incident_link.other FROM near JOIN incident_link ON incident_link.incident = near.id
     ) SELECT id FROM near`,
    [JSON.stringify([...ids])],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Writes the links that these incidents' own events make, in place of what stood; one in `gone` has none any more.
 * @param any what `anyJoined` tells before. @returns what it may tell after
 */
export async function writeLinks(
  db: Database,
  incidents: readonly IncidentState[],
  gone: readonly string[],
  any: boolean,
): Promise<boolean> {
  const links = incidents.flatMap(({ id, links: own }) => own.map((link) => ({ id, other: link.with })));
  if (links.length === 0 && !any) return false;
  const owners = [...incidents.map(({ id }) => id), ...gone];
  await db.run('DELETE FROM incident_link WHERE owner IN (SELECT value FROM json_each(?))', [JSON.stringify(owners)]);
  const rows = links.flatMap(({ id, other }) => [
    [id, other, id],
    [other, id, id],
  ]);
  await db.run(
    `INSERT OR IGNORE INTO incident_link (incident, other, owner)
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
    [JSON.stringify(rows)],
  );
  return any || links.length > 0;
}

/**
 * What each of these incidents shows as, by its own id, with all that are joined to it.
 * @param known states at hand already, which need not be read again
 * @param any what `anyJoined` tells, where the caller knows
 */
export async function loadShown(
  db: Database,
  incidents: Iterable<string>,
  known: ReadonlyMap<string, IncidentState> = new Map(),
  any?: boolean,
): Promise<Map<string, ShownIncident>> {
  const ids = [...(await joinedWith(db, incidents, any))];
  const stored = await loadIncidents(
    db,
    ids.filter((id) => !known.has(id)),
  );
  return shownIncidents(ids.flatMap((id) => known.get(id) ?? stored.get(id) ?? []));
}
