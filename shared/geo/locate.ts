import type { MapTopology } from './map-topology.ts';
import { createPolygonIndex } from './polygon-index.ts';
import type { StateName } from './state-name.ts';

/** `km` is 0 on land, else the distance to the nearest land, up to 60 km. */
export interface Located {
  readonly state: StateName;
  readonly landmass: number;
  readonly km: number;
}

export interface Locator {
  /** State and landmass of a point, or of the nearest land within 60 km offshore; null when farther. */
  locate(lat: number, lon: number): Located | null;
  /** The state that holds the point or the nearest land within 60 km, or null. */
  stateAt(lat: number, lon: number): StateName | null;
  /** The branch code whose drawn catchment holds the point; null at sea (no nearest-land rule). */
  catchmentAt(lat: number, lon: number): string | null;
  /** Number of the landmass that holds the point or lies nearest within 60 km, or null. */
  landmassAt(lat: number, lon: number): number | null;
}

const OFFSHORE_KM = 60;

/** Builds the point index over the topology's states and catchments (about 20 ms). */
export function createLocator(topology: MapTopology): Locator {
  const states = createPolygonIndex(topology, 'states');
  const catchments = createPolygonIndex(topology, 'catchments');

  function locate(lat: number, lon: number): Located | null {
    const inside = states.at(lat, lon);
    const hit = inside === null ? states.nearest(lat, lon, OFFSHORE_KM) : { ...inside, km: 0 };
    if (hit === null) return null;
    return {
      state: hit.properties.name,
      landmass: hit.properties.landmass[hit.polygon] ?? -1,
      km: hit.km,
    };
  }

  return {
    locate,
    stateAt: (lat, lon) => locate(lat, lon)?.state ?? null,
    catchmentAt: (lat, lon) => catchments.at(lat, lon)?.properties.branch ?? null,
    landmassAt: (lat, lon) => locate(lat, lon)?.landmass ?? null,
  };
}
