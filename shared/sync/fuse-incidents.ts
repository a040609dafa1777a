import type { IncidentState } from '#shared/domain/case-state.ts';
import { GRADES } from '#shared/domain/incident-kind.ts';

/** Incidents that links make one, the survivor first. */
export interface Fusion {
  survivor: IncidentState;
  others: readonly IncidentState[];
}

/** When an incident began, for telling which of two is older: its first report's receipt, else its opening. */
const began = (incident: IncidentState): number =>
  incident.reports.reduce((first, link) => Math.min(first, link.receivedAt), incident.opened.ms);

const byAge = (a: IncidentState, b: IncidentState): number =>
  began(a) - began(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * S-20: joined incidents settle to one survivor, the oldest, on every replica, however links cross or circle; a link
 * counts when either half of it is there. Taking the links off restores each with its own later edits, for nothing
 * was ever copied from one to the other.
 * @param incidents all that may be linked; a link to one not among them is passed over
 * @returns one entry per fusion or lone incident, in no order
 */
export function fuseIncidents(incidents: readonly IncidentState[]): Fusion[] {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const beside = new Map<string, Set<string>>(incidents.map(({ id }) => [id, new Set()]));
  for (const { id, links } of incidents) {
    for (const link of links) {
      if (!byId.has(link.with)) continue;
      beside.get(id)?.add(link.with);
      beside.get(link.with)?.add(id);
    }
  }
  const taken = new Set<string>();
  const fusions: Fusion[] = [];
  for (const { id } of incidents) {
    if (taken.has(id)) continue;
    const group: IncidentState[] = [];
    const next = [id];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      if (taken.has(at)) continue;
      taken.add(at);
      const incident = byId.get(at);
      if (incident) group.push(incident);
      next.push(...(beside.get(at) ?? []));
    }
    const [survivor, ...others] = group.sort(byAge);
    if (survivor) fusions.push({ survivor, others });
  }
  return fusions;
}

/** What a fusion shows as one incident: the survivor, with all reports, the firmest grade, and a place if any knows one. */
export function shownIncident({ survivor, others }: Fusion): IncidentState {
  if (others.length === 0) return survivor;
  const all = [survivor, ...others];
  const placed = all.find((incident) => incident.place !== null) ?? survivor;
  const named = all.find((incident) => incident.kind !== 'other') ?? survivor;
  return {
    ...survivor,
    kind: named.kind,
    occurredAt: all.find((incident) => incident.occurredAt !== null)?.occurredAt ?? null,
    place: placed.place,
    alternatives: placed.alternatives,
    suggested: placed.suggested,
    grade: all.reduce(
      (firmest, { grade }) => (GRADES.indexOf(grade) > GRADES.indexOf(firmest) ? grade : firmest),
      survivor.grade,
    ),
    reports: all
      .flatMap((incident) => incident.reports)
      .sort((a, b) => a.receivedAt - b.receivedAt || (a.report < b.report ? -1 : 1)),
    conflicts: all.flatMap((incident) => incident.conflicts),
    readOnly: all.some((incident) => incident.readOnly),
    seq: Math.max(...all.map((incident) => incident.seq)),
  };
}
