import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { fuseIncidents, shownIncident } from './fuse-incidents.ts';

/** An incident as people see it: what joined incidents show as one, and those it is made of, the survivor first. */
export interface ShownIncident {
  incident: IncidentState;
  members: readonly IncidentState[];
}

/** S-20: what each of these incidents shows as, by its own id; joined ones share one value. */
export function shownIncidents(incidents: readonly IncidentState[]): Map<string, ShownIncident> {
  const shown = new Map<string, ShownIncident>();
  for (const fusion of fuseIncidents(incidents)) {
    const members = [fusion.survivor, ...fusion.others];
    const one = { incident: shownIncident(fusion), members };
    for (const { id } of members) shown.set(id, one);
  }
  return shown;
}

/** The cases of all its incidents, in the order in which people count them: the older incident's first, by ordinal. */
export function orderCases<T extends Pick<CaseState, 'id' | 'incident' | 'ordinal'>>(
  { members }: ShownIncident,
  cases: readonly T[],
): T[] {
  const place = new Map(members.map(({ id }, index) => [id, index]));
  const placeOf = (one: T) => place.get(one.incident) ?? members.length;
  return [...cases].sort(
    (a, b) => placeOf(a) - placeOf(b) || a.ordinal - b.ordinal || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** Numbers and labels of these incidents, each once; every one of them stays a name of what they are joined to. */
export function namesOf(incidents: readonly IncidentState[]): string[] {
  const names = incidents.flatMap(({ number, label }) => [number, label]);
  return [...new Set(names.filter((name) => name !== null))];
}
