import { foldName, type Word } from './fold-text.ts';
import type { GazetteerPlace } from './gazetteer.ts';
import { ABROAD, COMMON } from './place-words.ts';
import type { State } from './states.ts';

/** A node of the name trie: `places` are those whose name ends here; `abroad` marks a foreign name. */
interface Node {
  next: Map<string, Node>;
  places: GazetteerPlace[];
  exact: GazetteerPlace[];
  abroad: boolean;
}

/** A stretch of words that is a place name. `places` are its homonyms (empty when it lies abroad). */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly places: readonly GazetteerPlace[];
  /** Those of them that bear it as their own name, not as an alias. */
  readonly exact: readonly GazetteerPlace[];
}

/** Abbreviations read only in capitals. */
const CAPITALS: Readonly<Record<string, string>> = {
  KL: 'Kuala Lumpur',
  JB: 'Johor Bahru',
  PJ: 'Petaling Jaya',
  PD: 'Port Dickson',
  KK: 'Kota Kinabalu',
  KT: 'Kuala Terengganu',
  KB: 'Kota Bharu',
  BP: 'Batu Pahat',
  SP: 'Sungai Petani',
};

const STATE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  'Pulau Pinang': ['Penang', 'P Pinang', 'PPinang'],
  'Negeri Sembilan': ['N9', 'N Sembilan', 'NSembilan', 'Negri Sembilan'],
  Melaka: ['Malacca'],
  Terengganu: ['Trengganu'],
  Johor: ['Johore'],
  Labuan: ['WP Labuan'],
};

/** A state as a place of its own, lying at its capital. */
function stateAsPlace({ name, capital }: State): GazetteerPlace {
  const aliases = STATE_ALIASES[name] ?? [];
  return { name, state: name, lat: capital.lat, lon: capital.lon, kind: 'state', population: 0, aliases };
}

const PREFIXES = /^(?:Kampung|Kampong|Mukim|Pekan|Kemajuan Tanah|FELDA|Felda|Kawasan Perindustrian|Pulau) (?=.{5,})/;

/** Other ways a gazetteer name is written: settlements without their prefix, land schemes as Felda. */
function spellings({ name, aliases, kind }: GazetteerPlace): string[] {
  const bare = kind === 'state' ? name : name.replace(PREFIXES, '');
  const felda = name.startsWith('Kemajuan Tanah ') ? [`Felda ${name.slice(15)}`] : [];
  return [name, ...aliases, ...felda, ...(bare === name ? [] : [bare])];
}

export interface PlaceIndex {
  /** Every place name in the words, longest first, none overlapping; names need a capital unless `anyCase`. */
  spans(text: readonly Word[], anyCase: boolean): Span[];
}

/** Builds the trie over places and states. */
export function createPlaceIndex(places: readonly GazetteerPlace[], states: readonly State[]): PlaceIndex {
  const node = (): Node => ({ next: new Map(), places: [], exact: [], abroad: false });
  const root = node();
  const reach = (keys: readonly string[]) => {
    let at = root;
    for (const key of keys) {
      let child = at.next.get(key);
      if (child === undefined) {
        child = node();
        at.next.set(key, child);
      }
      at = child;
    }
    return at;
  };
  const full = new Set(places.map(({ name }) => foldName(name).join(' ')));
  const usable = (place: GazetteerPlace, spelling: string) => {
    const key = foldName(spelling).join(' ');
    if (spelling === place.name || place.aliases.includes(spelling)) return key.length > 2;
    return (
      key.length > 4 && !full.has(key) && !COMMON.has(key) && !states.some(({ name }) => name.toLowerCase() === key)
    );
  };
  for (const place of [...places, ...states.map(stateAsPlace)]) {
    for (const spelling of spellings(place)) {
      if (!usable(place, spelling)) continue;
      const end = reach(foldName(spelling));
      if (!end.places.includes(place)) end.places.push(place);
      if (spelling === place.name) end.exact.push(place);
    }
  }
  for (const name of ABROAD) {
    const end = reach(foldName(name));
    if (end.places.length === 0) end.abroad = true;
  }
  const short = new Map(
    Object.entries(CAPITALS).map(([letters, name]) => [letters, places.filter((place) => place.name === name)]),
  );

  return {
    spans(text, anyCase) {
      const found: Span[] = [];
      for (let from = 0; from < text.length; from++) {
        const first = text[from];
        if (first === undefined || !(first.proper || anyCase)) continue;
        const letters = short.get(first.raw);
        if (letters !== undefined) {
          found.push({ from, to: from + 1, name: first.raw, places: letters, exact: letters });
          continue;
        }
        let at: Node | undefined = root;
        let best: Span | null = null;
        for (let to = from; to < text.length && at !== undefined; to++) {
          const word = text[to];
          if (
            word === undefined ||
            !(word.proper || anyCase) ||
            (to > from && /[,;:!?()"]|\. /.test(word.gap) && !/^\. ?$/.test(word.gap))
          )
            break;
          const spelled: string = word.key === 'baru' && /^baha?ru$/i.test(word.raw) ? '=baharu' : '';
          at = (to === from + 1 ? at.next.get(spelled) : undefined) ?? at.next.get(word.key);
          if (at !== undefined && (at.places.length > 0 || at.abroad)) {
            const name = text
              .slice(from, to + 1)
              .map(({ key }) => key)
              .join(' ');
            best = { from, to: to + 1, name, places: at.places, exact: at.exact };
          }
        }
        if (best !== null) {
          found.push(best);
          from = best.to - 1;
        }
      }
      return found;
    },
  };
}
