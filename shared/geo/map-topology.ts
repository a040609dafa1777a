import type { GeometryCollection, Topology } from 'topojson-specification';
import mapJson from '#data/map.topo.json';
import type { StateName } from './state-name.ts';

/** A state of the map; `landmass` gives, polygon by polygon, the number of the landmass it lies on. */
export interface StateProperties {
  readonly name: StateName;
  readonly code: string;
  readonly landmass: readonly number[];
}

/** The land nearer to one office than to any other of its state: "nearest office", not an official area. */
export interface CatchmentProperties {
  readonly branch: string;
  readonly state: StateName;
}

/** Far land, drawn flat; code is ISO 3166 alpha-3. */
export interface NeighbourProperties {
  readonly code: string;
}

/** The built map: TopoJSON in WGS 84 degrees, quantised. */
export type MapTopology = Topology<{
  states: GeometryCollection<StateProperties>;
  catchments: GeometryCollection<CatchmentProperties>;
  neighbours: GeometryCollection<NeighbourProperties>;
}>;

/** The committed map. Attribution on screen: "© OpenStreetMap contributors, GeoNames". */
export const mapTopology = mapJson as MapTopology;
