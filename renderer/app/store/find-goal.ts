import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { type Extent, stateExtent } from '#shared/geo/state-extent.ts';
import { shortNumber } from '../short-number.ts';

/** What the map can be asked to show: a place (degrees; Leaflet's zoom), an office by its code, a case, a state by name or code. */
export type GoTo =
  | { lat: number; lon: number; zoom?: number; name?: string }
  | { branch: string }
  | { caseId: string }
  | { state: string };

/** Where the map was asked to go; a new object each time somebody asks. */
export interface Goal {
  lat: number;
  lon: number;
  /** What stands there, as the mark says it; a state has no mark. */
  name: string;
  /** Leaflet's zoom; null: near enough to know the place by its surroundings. */
  zoom: number | null;
  /** What is to be seen whole. */
  extent: Extent | null;
}

/** Where that is; null when nobody knows. @param now ms since 1970 */
export function findGoal(to: GoTo, rows: ReadonlyMap<string, QueueRow> | null, now: number): Goal | null {
  if ('branch' in to) {
    const branch = branchByCode(to.branch);
    return branch ? placed(branch.lat, branch.lon, `${branch.code} ${branch.short}`) : null;
  }
  if ('caseId' in to) {
    const row = rows?.get(to.caseId);
    if (!row || row.lat === null || row.lon === null) return null;
    return placed(row.lat, row.lon, [shortNumber(row.number, now), row.place].filter(Boolean).join(' '));
  }
  if ('state' in to) {
    const extent = stateExtent(to.state);
    if (!extent) return null;
    const { west, east, south, north } = extent;
    return { lat: (south + north) / 2, lon: (west + east) / 2, name: to.state, zoom: null, extent };
  }
  return { ...placed(to.lat, to.lon, to.name ?? ''), zoom: to.zoom ?? null };
}

function placed(lat: number, lon: number, name: string): Goal {
  return { lat, lon, name, zoom: null, extent: null };
}
