import type { Act } from '#shared/contract/acts.ts';
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

/** The act with a place that all may see: a name that is nobody's but its author's moves to the report's private part. */
export function withPublicPlace(geography: Geography, act: Act): Act {
  if ((act.kind !== 'report' && act.kind !== 'place') || act.place === undefined) return act;
  const place = geography.publicPlace(act.place);
  if (act.kind === 'place' || place.name === act.place.name) return { ...act, place };
  return { ...act, place, placeName: act.placeName ?? act.place.name };
}
