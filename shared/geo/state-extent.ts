import { feature } from 'topojson-client';
import { mapTopology } from './map-topology.ts';

/** A box of the land, degrees WGS 84. */
export interface Extent {
  west: number;
  east: number;
  south: number;
  north: number;
}

/** The box round a state or federal territory, islands and all, by its name or code; null for any other word. */
export function stateExtent(word: string): Extent | null {
  const { features } = feature(mapTopology, mapTopology.objects.states);
  const geometry = features.find(({ properties: { name, code } }) => name === word || code === word)?.geometry;
  if (!geometry) return null;
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const box: Extent = { west: 180, east: -180, south: 90, north: -90 };
  for (const [lon = 0, lat = 0] of polygons.flatMap(([outer = []]) => outer)) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}
