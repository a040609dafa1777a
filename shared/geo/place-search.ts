import { foldName } from './fold-text.ts';
import type { GazetteerPlace } from './gazetteer.ts';

export interface PlaceSearch {
  /**
   * Places whose name or an alias begins with the query, then those with a word that does, best first; at most `limit`.
   * Spelling variants (telok/teluk, kg/kampung …) count as equal, and a state may follow: "ayer hitam kedah".
   */
  find(query: string, limit: number): readonly GazetteerPlace[];
}

interface Entry {
  readonly place: GazetteerPlace;
  /** Folded names, each with a leading blank so that word starts can be told. */
  readonly names: readonly string[];
  readonly state: string;
}

const fold = (text: string) => foldName(text).join(' ').replace('=', '');
const KIND_RANK = { town: 0, place: 0, district: 1, area: 1, marker: 2, state: 2 } as const;

/** How well an entry fits: 0 whole name, 1 beginning of a name, 2 beginning of a word, null not at all. */
function howWell({ names, state }: Entry, wanted: string): number | null {
  let best: number | null = null;
  for (const name of names) {
    const full = ` ${wanted}`;
    const withState = `${name} ${state}`;
    if (name === full || withState === full) return 0;
    if (name.startsWith(full) || (withState.startsWith(full) && full.length > name.length)) best = 1;
    else if (best === null && name.includes(full)) best = 2;
  }
  return best;
}

/** Builds the type-ahead index over the gazetteer. */
export function createPlaceSearch(places: readonly GazetteerPlace[]): PlaceSearch {
  const entries: Entry[] = places.map((place) => ({
    place,
    names: [place.name, ...place.aliases].map((name) => ` ${fold(name)}`),
    state: fold(place.state),
  }));
  return {
    find(query, limit) {
      const wanted = fold(query);
      if (wanted === '') return [];
      const hits: { entry: Entry; rank: number }[] = [];
      for (const entry of entries) {
        const rank = howWell(entry, wanted);
        if (rank !== null) hits.push({ entry, rank });
      }
      hits.sort(
        (a, b) =>
          a.rank - b.rank ||
          KIND_RANK[a.entry.place.kind] - KIND_RANK[b.entry.place.kind] ||
          b.entry.place.population - a.entry.place.population ||
          a.entry.place.name.length - b.entry.place.name.length ||
          (a.entry.place.name < b.entry.place.name ? -1 : 1),
      );
      return hits.slice(0, limit).map(({ entry }) => entry.place);
    },
  };
}
