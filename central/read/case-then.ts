import type { Database } from '#central/store/database.ts';
import { eventsOf } from '#central/store/event-rows.ts';
import { shownById } from '#central/store/fusions.ts';
import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { shownIncidents } from '#shared/sync/shown-incidents.ts';

/**
 * A case and the incident it showed under while central knew nothing after seq `known`: a link made later has not
 * joined it yet, one taken off later still does.
 * @returns null while the case was not known
 */
export async function caseThen(
  database: Database,
  { id, incident: parent }: Pick<CaseState, 'id' | 'incident'>,
  known: number,
): Promise<{ state: CaseState; incident: IncidentState } | null> {
  const historiesOf = async (ids: readonly string[]) => {
    const histories = new Map<string, AnyEvent[]>(ids.map((one) => [one, []]));
    for (const event of await eventsOf(database.reader, database.kind, ids))
      if ((event.seq ?? 0) <= known) histories.get(event.subject.id)?.push(event);
    return histories;
  };
  const state = foldCase((await historiesOf([id])).get(id) ?? []);
  const incidents = new Map<string, IncidentState | null>();
  const now = (await shownById(database, [parent])).get(parent)?.members ?? [];
  for (let ask = new Set([parent, ...now.map((one) => one.id)]); ask.size > 0; ) {
    const histories = await historiesOf([...ask]);
    for (const [one, events] of histories) incidents.set(one, foldIncident(events));
    const linked = [...histories.values()].flat().flatMap((event) => {
      return isKnown(event) && event.type === 'incident.joined' ? [event.payload.with] : [];
    });
    ask = new Set(linked.filter((one) => !incidents.has(one)));
  }
  const shown = shownIncidents([...incidents.values()].filter((one) => one !== null)).get(parent);
  return state === null || shown === undefined ? null : { state, incident: shown.incident };
}
