import kmMarkersJson from '#data/km-markers.json';
import type { StateName } from './state-name.ts';

/** A point of known chainage on an expressway. `km` counts along the route; degrees are WGS 84. */
export interface KmMarker {
  readonly route: string;
  readonly km: number;
  readonly lat: number;
  readonly lon: number;
  readonly place: string;
  readonly state: StateName;
}

/** Known chainages, ordered by route and kilometre. */
export const kmMarkers = kmMarkersJson as readonly KmMarker[];
