import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { MapTopology } from '#shared/geo/map-topology.ts';
import { unitX, unitY } from './mercator.ts';

/** An area as a path, with its box in map units for hatching. */
export interface Area {
  path: Path2D;
  west: number;
  east: number;
  top: number;
  foot: number;
}

/** The map's lines and areas as paths in map units: made once, drawn at any zoom under a transform. */
export interface LandPaths {
  far: Path2D;
  land: Path2D;
  coast: Path2D;
  stateLines: Path2D;
  catchmentLines: Path2D;
  /** By branch code. */
  catchments: ReadonlyMap<string, Area>;
  /** By the state's name. */
  states: ReadonlyMap<string, Area>;
}

function trace(path: Path2D, line: readonly Position[], close: boolean): void {
  line.forEach(([lon = 0, lat = 0], i) => {
    if (i === 0) path.moveTo(unitX(lon), unitY(lat));
    else path.lineTo(unitX(lon), unitY(lat));
  });
  if (close) path.closePath();
}

function area(path: Path2D, shape: Polygon | MultiPolygon): void {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  for (const polygon of polygons) for (const ring of polygon) trace(path, ring, true);
}

function lines(shape: MultiLineString): Path2D {
  const path = new Path2D();
  for (const line of shape.coordinates) trace(path, line, false);
  return path;
}

/** Builds every path of the map (some 20,000 points, a few ms). */
export function buildLandPaths(topology: MapTopology): LandPaths {
  const { states, catchments, neighbours } = topology.objects;
  const [far, land] = [new Path2D(), new Path2D()];
  for (const item of feature(topology, neighbours).features) {
    if (item.geometry.type === 'Polygon' || item.geometry.type === 'MultiPolygon') area(far, item.geometry);
  }
  const byState = new Map<string, Area>();
  for (const item of feature(topology, states).features) {
    const shape = item.geometry;
    if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') continue;
    area(land, shape);
    const path = new Path2D();
    area(path, shape);
    byState.set(item.properties.name, { path, ...boxOf(shape) });
  }
  const byBranch = new Map<string, Area>();
  for (const item of feature(topology, catchments).features) {
    const shape = item.geometry;
    if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') continue;
    const path = new Path2D();
    area(path, shape);
    byBranch.set(item.properties.branch, { path, ...boxOf(shape) });
  }
  return {
    far,
    land,
    coast: lines(mesh(topology, states, (a, b) => a === b)),
    stateLines: lines(mesh(topology, states, (a, b) => a !== b)),
    catchmentLines: lines(
      mesh(topology, catchments, (a, b) => a !== b && stateOf(a.properties) === stateOf(b.properties)),
    ),
    catchments: byBranch,
    states: byState,
  };
}

function stateOf(properties: unknown): unknown {
  return typeof properties === 'object' && properties !== null && 'state' in properties ? properties.state : null;
}

function boxOf(shape: Polygon | MultiPolygon): { west: number; east: number; top: number; foot: number } {
  const box = { west: Infinity, east: -Infinity, top: Infinity, foot: -Infinity };
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  for (const [lon = 0, lat = 0] of polygons.flat(2)) {
    box.west = Math.min(box.west, unitX(lon));
    box.east = Math.max(box.east, unitX(lon));
    box.top = Math.min(box.top, unitY(lat));
    box.foot = Math.max(box.foot, unitY(lat));
  }
  return box;
}
