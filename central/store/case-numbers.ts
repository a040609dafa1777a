import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { Head } from './head-row.ts';

/** In an incident from before a restore, new cases keep clear by so many of those the lost central may have numbered. */
export const CASE_LEAP = 50;

/** A case of an incident, as far as numbering asks. `rank` is the seq of its first event. */
export interface NumberedCase {
  incident_id: string;
  number: string | null;
  rank: number | string;
}

/**
 * The highest number behind the slash that counts as given in each incident.
 * @param isOld whether an incident is of a time before the last restore
 * @param base every seq up to here is of such a time
 */
export function lastNumbers(
  cases: readonly NumberedCase[],
  incidents: readonly string[],
  isOld: (incident: string) => boolean,
  base: number,
): Map<string, number> {
  const highest = (rows: readonly NumberedCase[]) => Math.max(rows.length, ...rows.map((row) => ordinalOf(row.number)));
  return new Map(
    incidents.map((id) => {
      const own = cases.filter((row) => row.incident_id === id);
      const kept = own.filter((row) => Number(row.rank) <= base);
      return [id, Math.max(highest(own), isOld(id) ? highest(kept) + CASE_LEAP : 0)];
    }),
  );
}

/** S-37: a number that came back counts as given, so that none is given twice. */
export function keepNumber(
  event: AnyEvent,
  head: Head,
  casesOf: Map<string, number>,
  incidentOf: (caseId: string) => string | undefined,
): void {
  if (!isKnown(event)) return;
  if (event.type === 'incident.numbered') {
    const [year, count] = event.payload.number.split('-').map(Number);
    if (year === head.number_year && (count ?? 0) > head.number_last) head.number_last = count ?? 0;
  }
  if (event.type !== 'case.numbered') return;
  const incident = incidentOf(event.subject.id);
  if (incident === undefined) return;
  casesOf.set(incident, Math.max(casesOf.get(incident) ?? 0, ordinalOf(event.payload.number)));
}

/** The number behind the slash; 0 where there is none. */
function ordinalOf(number: string | null): number {
  return Number(number?.split('/')[1] ?? 0) || 0;
}
