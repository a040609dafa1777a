import type { Place } from '#shared/domain/place.ts';
import { words } from './fold-text.ts';
import type { GazetteerPlace } from './gazetteer.ts';
import { haversine } from './haversine.ts';
import type { KmMarker } from './km-markers.ts';
import { createPlaceIndex } from './place-index.ts';
import { findMentions, type Mention } from './place-mentions.ts';
import { type KmPoint, readKm } from './read-km.ts';
import type { State } from './states.ts';

/** What reading a text found: the likeliest place and up to four others, best first. */
export interface PlaceReading {
  readonly place: Place | null;
  readonly alternatives: readonly Place[];
  /** True when a KM marker and the named place lie more than 20 km apart: the name was trusted. */
  readonly kmDisagrees: boolean;
}

export interface PlaceReaderData {
  readonly places: readonly GazetteerPlace[];
  readonly states: readonly State[];
  readonly kmMarkers: readonly KmMarker[];
}

export interface PlaceReader {
  /** Reads where the incident of a news text happened, in Malay or English. Never throws. */
  read(text: string): PlaceReading;
}

interface Scored {
  readonly place: GazetteerPlace;
  readonly mention: Mention;
  readonly score: number;
}

const NEAR_KM = 60;
const GENERIC_KM = 8;
const SAME_KM = 25;
const KM_TRUST = 20;
const NOTHING: PlaceReading = { place: null, alternatives: [], kmDisagrees: false };
/** A news text says where it happened early on; what follows is background. */
const MAX_WORDS = 160;

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Whether two points lie within `km`; the cheap latitude test settles most pairs. */
function within(a: Point, b: Point, km: number): boolean {
  return Math.abs(a.lat - b.lat) * 110 < km && haversine(a.lat, a.lon, b.lat, b.lon) < km;
}

/** How much the other names of the text speak for a place: towns near it, its state, a KM point. */
function support(place: GazetteerPlace, own: Mention, all: readonly Mention[], points: readonly KmPoint[]): number {
  let bonus = 0;
  for (const other of all) {
    if (other === own || other.elsewhere || other.span.name === own.span.name) continue;
    let best = 0;
    for (const named of other.span.places) {
      const { kind, state } = named;
      const inState = state === place.state ? 0.3 : 0;
      const near = kind !== 'state' && within(place, named, NEAR_KM) ? 0.35 : 0;
      best = Math.max(best, inState, near);
    }
    bonus = Math.max(bonus, best * Math.min(1, 0.5 + other.weight));
  }
  const onRoute = points.some((point) => within(place, point, KM_TRUST));
  return bonus + (onRoute ? 0.5 : 0);
}

/** The states that the text names outright, by name or by a dateline it calls "here"; empty when it names none. */
function namedStates(mentions: readonly Mention[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { span, elsewhere, here, weight } of mentions) {
    if (elsewhere || weight < 0.1) continue;
    for (const { kind, state } of span.places) if (kind === 'state') out.add(state);
    if (here) for (const { state } of span.places) out.add(state);
  }
  return out;
}

/** A name that runs straight into another ("Taman Pelangi Juru") is one of many unless the other lies near it. */
function qualified(place: GazetteerPlace, mention: Mention, next: Mention | undefined): boolean {
  if (next === undefined || !next.joined || next.span.from !== mention.span.to || next.span.places.length === 0)
    return false;
  const reach = mention.generic ? GENERIC_KM : NEAR_KM;
  return !next.span.places.some((other) => within(place, other, reach));
}

/** "Ayer Hitam, Kedah": the state that follows a name after a comma rules out the homonyms of other states. */
function ruledOut(place: GazetteerPlace, mention: Mention, next: Mention | undefined): boolean {
  if (next === undefined || !next.comma || next.span.from !== mention.span.to) return false;
  return (
    next.span.places.some(({ kind }) => kind === 'state') &&
    next.span.places.every(({ state }) => state !== place.state)
  );
}

function score(mentions: readonly Mention[], points: readonly KmPoint[]): Scored[] {
  const out: Scored[] = [];
  const named = namedStates(mentions);
  const hereStates = new Set(
    mentions.filter(({ here }) => here).flatMap(({ span }) => span.places.map(({ state }) => state)),
  );
  mentions.forEach((mention, order) => {
    const { places } = mention.span;
    const spread = new Set(places.map(({ state }) => state)).size;
    for (const place of places) {
      const backed = support(place, mention, mentions, points);
      const size = Math.min(0.1, place.population / 3e6);
      const own = mention.span.exact.includes(place) ? 0.06 : 0;
      const rank = (place.kind === 'town' ? 0.02 : place.kind === 'district' ? -0.05 : 0) + size + own;
      let weight = mention.weight * (mention.elsewhere ? 1 : 1 + 0.5 * backed);
      if (spread > 1 && backed === 0) weight *= 0.8;
      if (named.size > 0 && !named.has(place.state)) weight *= 0.75;
      if (hereStates.size > 0 && !hereStates.has(place.state)) weight *= 0.75;
      if (ruledOut(place, mention, mentions[order + 1])) weight *= 0.4;
      if (qualified(place, mention, mentions[order + 1])) weight *= 0.4;
      out.push({ place, mention, score: weight + rank - 0.03 * Math.min(order, 5) });
    }
  });
  return out.sort((a, b) => b.score - a.score);
}

function asPlace({ name, state, district, lat, lon, kind }: GazetteerPlace, confidence: number): Place {
  return { name, state, ...(district === undefined ? {} : { district }), lat, lon, confidence, kind };
}

function pointAsPlace(point: KmPoint, confidence: number): Place {
  const { near, route, km, lat, lon } = point;
  return { name: `KM ${km} ${route} (${near.place})`, state: near.state, lat, lon, confidence, kind: 'marker' };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Builds the name index; costs some 20 ms, reading a text then some 20 µs. */
export function createPlaceReader(data: PlaceReaderData): PlaceReader {
  const index = createPlaceIndex(data.places, data.states);

  function fromKmOnly(points: readonly KmPoint[], scored: readonly Scored[]): PlaceReading {
    const state = scored[0]?.place.state;
    const ordered = [...points].sort((a, b) => Number(b.near.state === state) - Number(a.near.state === state));
    const sure = ordered.length === 1 || ordered[0]?.near.state === state ? 0.7 : 0.4;
    const [place = null, ...alternatives] = ordered.map((point, i) => pointAsPlace(point, i === 0 ? sure : 0.3));
    return { place, alternatives, kmDisagrees: false };
  }

  return {
    read(text) {
      const mentions = findMentions(index, words(text.slice(0, 2000)).slice(0, MAX_WORDS));
      const points = readKm(text, data.kmMarkers);
      const scored = score(
        mentions.filter(({ span }) => span.places.length > 0),
        points,
      );
      const best = scored[0];
      const weak = best === undefined || best.place.kind === 'state' || best.mention.dateline || best.mention.elsewhere;
      if (points.length > 0 && weak) return fromKmOnly(points, scored);
      if (best === undefined) return NOTHING;
      const ruling = mentions.find((mention) => mention.within);
      if (ruling !== undefined && ruling.span.places.length === 0) return NOTHING;
      const abroad = Math.max(
        0,
        ...mentions.filter(({ span }) => span.places.length === 0).map(({ weight }) => weight),
      );
      if (abroad > 1.1 && abroad >= best.score) return NOTHING;
      const rival = scored.find(({ place }) => !within(place, best.place, SAME_KM));
      const share = Math.max(0, (rival?.score ?? 0) / best.score);
      const ceiling = best.place.kind === 'state' ? 0.35 : best.mention.elsewhere ? 0.25 : 0.98;
      const certainty = (1 - Math.exp(-1.2 * Math.max(0.1, best.score))) * (1 - 0.4 * Math.min(1, share) ** 2);
      const seen = new Set([`${best.place.name}|${best.place.state}`]);
      const alternatives: Place[] = [];
      for (const { place, score: value } of scored) {
        const key = `${place.name}|${place.state}`;
        if (seen.has(key) || alternatives.length === 4) continue;
        seen.add(key);
        alternatives.push(asPlace(place, round(Math.min(ceiling, certainty) * Math.max(0.05, value / best.score))));
      }
      const km = points.map(({ lat, lon }) => haversine(lat, lon, best.place.lat, best.place.lon));
      const kmDisagrees = km.length > 0 && Math.min(...km) > KM_TRUST;
      return { place: asPlace(best.place, round(Math.min(ceiling, certainty))), alternatives, kmDisagrees };
    },
  };
}
