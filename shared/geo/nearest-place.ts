import type { GazetteerPlace } from './gazetteer.ts';
import { haversine } from './haversine.ts';

/** A position, WGS 84 degrees. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

export interface NearPlace {
  readonly place: GazetteerPlace;
  /** Straight line, km. */
  readonly km: number;
}

export interface NearestPlace {
  /** The settlement nearest to a position within `km`, or null. @param fits only those it accepts. */
  near(at: Position, km: number, fits?: (place: GazetteerPlace) => boolean): NearPlace | null;
  /** What a position is called in public, from the gazetteer and its coordinates alone. @param read a place read nearby. */
  nameOf(at: Position, read?: Position & { readonly name: string }): string;
}

/** Within this a place lends its own name; beyond, only "dekat" (near) it. */
const AT_KM = 5;
/** A name farther away than this says nothing; then the coordinates stand. */
const NEAR_KM = 30;
const KM_PER_DEGREE = 110;

/** Builds the look-up over the gazetteer's settlements; states and districts are no places to be near. */
export function createNearestPlace(gazetteer: readonly GazetteerPlace[]): NearestPlace {
  const settlements = gazetteer.filter(({ kind }) => kind === 'town' || kind === 'place' || kind === 'area');

  function near(at: Position, km: number, fits: (place: GazetteerPlace) => boolean = () => true): NearPlace | null {
    let best: NearPlace | null = null;
    for (const place of settlements) {
      if (Math.abs(place.lat - at.lat) * KM_PER_DEGREE > km || !fits(place)) continue;
      const away = haversine(at.lat, at.lon, place.lat, place.lon);
      if (away <= (best?.km ?? km)) best = { place, km: away };
    }
    return best;
  }

  return {
    near,
    nameOf(at, read) {
      const away = read === undefined ? Number.POSITIVE_INFINITY : haversine(at.lat, at.lon, read.lat, read.lon);
      if (read !== undefined && away <= AT_KM) return read.name;
      const nearest = near(at, NEAR_KM);
      if (nearest !== null && nearest.km <= AT_KM) return nearest.place.name;
      const beside = read !== undefined && away <= NEAR_KM ? read.name : nearest?.place.name;
      return beside === undefined ? `${at.lat.toFixed(3)}, ${at.lon.toFixed(3)}` : `dekat ${beside}`;
    },
  };
}
