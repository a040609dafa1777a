import placesJson from '#data/places.json';
import type { StateName } from './state-name.ts';

/** What a place of the gazetteer is. `state` stands for a whole state and lies at its capital. */
export type PlaceKind = 'town' | 'place' | 'area' | 'district' | 'marker' | 'state';

/** A place of the gazetteer. `lat`/`lon` are WGS 84 degrees; population 0 = unknown. */
export interface GazetteerPlace {
  readonly name: string;
  readonly state: StateName;
  readonly district?: string;
  readonly lat: number;
  readonly lon: number;
  readonly kind: PlaceKind;
  readonly population: number;
  readonly aliases: readonly string[];
}

/** name, index of the state, district or '', lat, lon, kind, population or 0, aliases joined by '|'. */
type PlaceRow = readonly [string, number, string, number, number, PlaceKind, number, string];

interface PlaceFile {
  readonly states: readonly StateName[];
  readonly rows: readonly PlaceRow[];
}

/** Unpacks the committed gazetteer. Costs a few milliseconds: call once. */
export function loadGazetteer(): readonly GazetteerPlace[] {
  const file = placesJson as PlaceFile;
  return file.rows.map(([name, stateIndex, district, lat, lon, kind, population, aliases]) => {
    const state = file.states[stateIndex];
    if (state === undefined) throw new Error(`gazetteer: no state ${stateIndex} for ${name}`);
    const place = {
      name,
      state,
      lat,
      lon,
      kind,
      population,
      aliases: aliases === '' ? [] : aliases.split('|'),
    };
    return district === '' ? place : { ...place, district };
  });
}
