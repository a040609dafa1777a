import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { haversine } from './haversine.ts';
import type { MapTopology } from './map-topology.ts';

type Layer = keyof MapTopology['objects'];
type PropertiesOf<L extends Layer> = MapTopology['objects'][L] extends GeometryCollection<infer P> ? P : never;

/** A hit: the feature's properties and which of its polygons it was. */
export interface PolygonHit<P> {
  readonly properties: P;
  readonly polygon: number;
}

export interface PolygonIndex<P> {
  /** The feature whose polygon holds the point, or null. */
  at(lat: number, lon: number): PolygonHit<P> | null;
  /** The feature whose edge is nearest within `maxKm`, with the distance in km, or null. */
  nearest(lat: number, lon: number, maxKm: number): (PolygonHit<P> & { readonly km: number }) | null;
}

const KM_PER_DEGREE = 111.195;

function inRing(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  let [px = 0, py = 0] = ring[ring.length - 1] ?? [];
  for (const [cx = 0, cy = 0] of ring) {
    if (cy > y !== py > y && x < ((px - cx) * (y - cy)) / (py - cy) + cx) inside = !inside;
    px = cx;
    py = cy;
  }
  return inside;
}

function edgeKm(ring: readonly Position[], lon: number, lat: number): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let best = Number.POSITIVE_INFINITY;
  let [px = 0, py = 0] = ring[ring.length - 1] ?? [];
  for (const [cx = 0, cy = 0] of ring) {
    const dx = (cx - px) * shrink;
    const dy = cy - py;
    const along = ((lon - px) * shrink * dx + (lat - py) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, along));
    const km = haversine(lat, lon, py + t * (cy - py), px + t * (cx - px));
    if (km < best) best = km;
    px = cx;
    py = cy;
  }
  return best;
}

/** Indexes one layer of the map: flatbush over polygon boxes, then ray casting (even-odd over all rings). */
export function createPolygonIndex<L extends Layer>(topology: MapTopology, layer: L): PolygonIndex<PropertiesOf<L>> {
  const polygons: {
    properties: PropertiesOf<L>;
    polygon: number;
    rings: Position[][];
  }[] = [];
  const collection = topology.objects[layer] as unknown as GeometryCollection<PropertiesOf<L>>;
  for (const item of feature(topology, collection).features) {
    const geometry = item.geometry as Polygon | MultiPolygon;
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [polygon, rings] of parts.entries()) polygons.push({ properties: item.properties, polygon, rings });
  }
  const boxes = new Flatbush(polygons.length);
  for (const { rings } of polygons) {
    const ring = rings[0] ?? [];
    const xs = ring.map(([x = 0]) => x);
    const ys = ring.map(([, y = 0]) => y);
    boxes.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  boxes.finish();

  return {
    at(lat, lon) {
      for (const id of boxes.search(lon, lat, lon, lat)) {
        const candidate = polygons[id];
        if (candidate === undefined) continue;
        const odd = candidate.rings.reduce((inside, ring) => inside !== inRing(ring, lon, lat), false);
        if (odd)
          return {
            properties: candidate.properties,
            polygon: candidate.polygon,
          };
      }
      return null;
    },
    nearest(lat, lon, maxKm) {
      const reach = maxKm / KM_PER_DEGREE / Math.cos((lat * Math.PI) / 180);
      let best: (PolygonHit<PropertiesOf<L>> & { readonly km: number }) | null = null;
      for (const id of boxes.search(lon - reach, lat - reach, lon + reach, lat + reach)) {
        const candidate = polygons[id];
        if (candidate === undefined) continue;
        for (const ring of candidate.rings) {
          const km = edgeKm(ring, lon, lat);
          if (km <= maxKm && (best === null || km < best.km)) {
            best = {
              properties: candidate.properties,
              polygon: candidate.polygon,
              km,
            };
          }
        }
      }
      return best;
    },
  };
}
