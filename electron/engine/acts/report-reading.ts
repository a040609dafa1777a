import type { Suggestion } from '#shared/contract/wire/values.ts';
import type { Place } from '#shared/domain/place.ts';
import { severitiesOf } from '#shared/domain/victim-severities.ts';
import { readIncident } from '#shared/fusion/read-incident.ts';
import type { Geography } from '#shared/geo/geography.ts';
import type { ReportReading } from '#shared/sync/open-incident.ts';

/** The branch that routing proposes for a place. */
export function suggestBranch(geography: Geography, place: Place): Suggestion {
  const { branch, reason } = geography.router.route(place);
  const km = reason.params.km;
  return { branch, reason, ...(km?.t === 'km' ? { km: km.v } : {}) };
}

/** Reads what a report tells: place, kind, people, and the branch that follows. A place a person chose stands. */
export function readReport(geography: Geography, text: string, chosen?: Place): Omit<ReportReading, 'grade'> {
  const read = readIncident(text);
  const found = geography.places.read(text);
  const place = chosen ?? found.place;
  return {
    place,
    alternatives: chosen ? [] : found.alternatives,
    suggested: place ? suggestBranch(geography, place) : null,
    kind: read.kind,
    severities: severitiesOf(read),
  };
}
