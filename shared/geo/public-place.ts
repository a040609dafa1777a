import type { Place } from '#shared/domain/place.ts';
import type { GazetteerPlace } from './gazetteer.ts';
import type { NearestPlace } from './nearest-place.ts';
import { STATE_NAMES } from './state-name.ts';

/** A KM marker, a place near which something is, or coordinates: the names that this product itself makes. */
const MADE = /^(?:KM [\d.]+ E\d+ \((?<at>.+)\)|dekat (?<near>.+)|\d{1,2}\.\d{3}, \d{2,3}\.\d{3})$/;

/** Makes a chosen place fit to be shown to all, walls included. */
export type PublicPlace = (place: Place) => Place;

/**
 * Builds the check: a name the gazetteer does not know is somebody's own words, which may name a person, and gives way
 * to that of the nearest place or the coordinates. Position and confidence stand; unknown state, district and kind go.
 */
export function createPublicPlace(
  gazetteer: readonly GazetteerPlace[],
  nearest: NearestPlace,
  stateAt: (lat: number, lon: number) => string | null,
): PublicPlace {
  const states: readonly string[] = STATE_NAMES;
  const names = new Set([...gazetteer.map(({ name }) => name), ...states]);
  const districts = new Set(gazetteer.map(({ district }) => district));
  const kinds = new Set<string>([...gazetteer.map(({ kind }) => kind), 'state', 'given']);
  const known = (name: string) => {
    const made = MADE.exec(name);
    const inner = made?.groups?.at ?? made?.groups?.near;
    return names.has(name) || (made !== null && (inner === undefined || names.has(inner)));
  };
  return ({ name, state, district, lat, lon, confidence, kind }) => ({
    name: known(name) ? name : nearest.nameOf({ lat, lon }),
    state: states.includes(state) ? state : (stateAt(lat, lon) ?? nearest.near({ lat, lon }, 500)?.place.state ?? ''),
    ...(district !== undefined && districts.has(district) ? { district } : {}),
    lat,
    lon,
    confidence,
    ...(kind !== undefined && kinds.has(kind) ? { kind } : {}),
  });
}
