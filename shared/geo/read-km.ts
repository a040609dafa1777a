import type { KmMarker } from './km-markers.ts';

/** A point on an expressway, worked out from the known chainages around it. Degrees are WGS 84. */
export interface KmPoint {
  readonly route: string;
  readonly km: number;
  readonly lat: number;
  readonly lon: number;
  readonly near: KmMarker;
}

const KM = /\b(?:km|kilometer|kilometre)\.? ?(\d{1,3}(?:[.,]\d{1,2})?)\b/i;
const ROUTES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/karak|pantai timur|east coast|\blpt\s?[12]?\b/i, ['E8']],
  [/utara[- ]selatan|north[- ]south|\bplus\b|\bnse\b/i, ['E1', 'E2']],
];

/** The points a text's KM marker may mean: none, one, or one per route that counts so far. */
export function readKm(text: string, markers: readonly KmMarker[]): readonly KmPoint[] {
  const km = Number(KM.exec(text)?.[1]?.replace(',', '.') ?? Number.NaN);
  if (Number.isNaN(km)) return [];
  const routes = ROUTES.find(([pattern]) => pattern.test(text))?.[1] ?? [];
  return routes.flatMap((route) => {
    const along = markers.filter((marker) => marker.route === route).sort((a, b) => a.km - b.km);
    const next = along.findIndex((marker) => marker.km >= km);
    const [a, b] = [along[Math.max(0, next - 1)], along[next]];
    if (a === undefined || b === undefined) return [];
    const t = a === b ? 0 : (km - a.km) / (b.km - a.km);
    const near = t < 0.5 ? a : b;
    return [{ route, km, lat: a.lat + t * (b.lat - a.lat), lon: a.lon + t * (b.lon - a.lon), near }];
  });
}
