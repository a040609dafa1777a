import type { ReportInput } from '#shared/contract/api/intake.ts';
import type { Suggestion } from '#shared/contract/wire/values.ts';
import type { Place } from '#shared/domain/place.ts';
import { severitiesOf } from '#shared/domain/victim-severities.ts';
import { readIncident } from '#shared/fusion/read-incident.ts';
import type { Geography } from '#shared/geo/geography.ts';
import type { ReportReading } from '#shared/sync/open-incident.ts';

type Given = ReportInput['place'];
/** Reads a report's words, and believes a place its sender gave. */
export type ReportReader = (text: string, given?: Given) => Omit<ReportReading, 'grade'>;

/** A sender's coordinates are a fact of theirs, not yet ours. */
const GIVEN_CONFIDENCE = 0.95;
/** A box around Malaysia and its waters; coordinates beyond are not believed. */
const BOX = { south: 0.5, north: 8.5, west: 98, east: 120 };

/** Builds the reader on loaded geography. */
export function createReportReader(geography: Geography): ReportReader {
  return (text, given) => {
    const read = geography.places.read(text);
    const named = given?.name === undefined ? null : geography.places.read(given.name).place;
    const exact = atCoordinates(geography, given, named ?? read.place);
    const place = exact ?? named ?? read.place;
    const others = [named, read.place, ...read.alternatives].filter((one) => one !== null && one !== place);
    const incident = readIncident(text);
    return {
      place,
      alternatives: others.filter((one) => one !== null).slice(0, 8),
      suggested: place === null ? null : suggest(geography, place),
      kind: incident.kind,
      severities: severitiesOf(incident),
    };
  };
}

function atCoordinates(geography: Geography, given: Given, nearby: Place | null): Place | null {
  const { lat, lon } = given ?? {};
  if (lat === undefined || lon === undefined) return null;
  if (lat < BOX.south || lat > BOX.north || lon < BOX.west || lon > BOX.east) return null;
  const route = geography.router.route({ lat, lon });
  const office = geography.branches.find((branch) => branch.code === route.branch);
  const state = geography.locator.locate(lat, lon)?.state ?? office?.state;
  if (state === undefined) return null;
  // The sender's own words may name a person: they stay in the private part, and never become the place's name.
  const name = geography.nearest.nameOf({ lat, lon }, nearby === null || nearby.kind === 'state' ? undefined : nearby);
  return { name, state, lat, lon, confidence: GIVEN_CONFIDENCE, kind: 'given' };
}

/** The branch that should act for a place, as an event carries it. */
export function suggest(geography: Geography, place: Place): Suggestion {
  const { branch, reason } = geography.router.route(place);
  const km = reason.params.km?.v;
  return { branch, reason, ...(typeof km === 'number' ? { km } : {}) };
}
