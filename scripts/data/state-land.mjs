import { difference, intersection, union } from 'polyclip-ts';
import { feature } from 'topojson-client';
import { bounds, centre, edgeKm, inRing, rectangle, ringArea } from './planar.mjs';
import { STATES } from './state-list.mjs';

const ISLAND_KM2 = 3000;
const CELL = 0.02;

/** Island groups that the state lines file elsewhere or not at all: [lon1, lat1, lon2, lat2] → state. */
const ISLAND_GROUPS = [
  { box: [99.5, 6.0, 100.06, 6.55], state: 'Kedah' },
  { box: [104.0, 2.64, 104.3, 3.0], state: 'Pahang' },
  { box: [103.86, 2.64, 104.0, 2.75], state: 'Pahang' },
  { box: [115.06, 5.17, 115.37, 5.42], state: 'Labuan' },
];

/** State lines as [{name, polygons}] with polygons in polyclip form; small island pieces are left to the groups above. */
export function stateLines(naturalEarth) {
  return feature(naturalEarth, naturalEarth.objects.units).features.map(({ geometry, properties }) => {
    const state = STATES.find((row) => row.ne === properties.name);
    if (!state) throw new Error(`unknown state in the state lines: ${properties.name}`);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return { name: state.name, polygons };
  });
}

function nearestState(lines, point) {
  let best = null;
  for (const { name, polygons } of lines) {
    for (const [outer, ...holes] of polygons) {
      const inside = inRing(outer, point) && !holes.some((hole) => inRing(hole, point));
      const km = inside ? 0 : Math.min(...[outer, ...holes].map((ring) => edgeKm(ring, point)));
      if (best === null || km < best.km) best = { name, km };
    }
  }
  return best.name;
}

function cutByCells(piece, lines) {
  const [x1, y1, x2, y2] = bounds(piece[0]);
  const parts = [];
  for (let x = Math.floor(x1 / CELL) * CELL; x < x2; x += CELL) {
    for (let y = Math.floor(y1 / CELL) * CELL; y < y2; y += CELL) {
      for (const part of intersection([piece], [rectangle(x, y, x + CELL, y + CELL)])) {
        parts.push({ part, state: nearestState(lines, centre(part[0])) });
      }
    }
  }
  return parts;
}

function islandState(ring, lines) {
  const at = centre(ring);
  const group = ISLAND_GROUPS.find(({ box: [x1, y1, x2, y2] }) => at[0] > x1 && at[0] < x2 && at[1] > y1 && at[1] < y2);
  return group?.state ?? nearestState(lines, at);
}

/**
 * Land by state and landmass: [{state, landmass, polygons}], polygons without holes (lakes are land).
 * Islands go whole to one state; the two mainlands are cut along the state lines and their coast slivers go to the nearest.
 */
export function stateLand(coast, naturalEarth) {
  const lines = stateLines(naturalEarth);
  const bySize = coast.map(([outer]) => [outer]).sort((a, b) => ringArea(b[0]) - ringArea(a[0]));
  const inLake = (shape, at) => bySize.slice(0, at).some(([outer]) => inRing(outer, centre(shape[0])));
  const shapes = bySize.filter((shape, at) => !inLake(shape, at));
  const out = [];
  shapes.forEach((shape, landmass) => {
    if (ringArea(shape[0]) < ISLAND_KM2) {
      out.push({ state: islandState(shape[0], lines), landmass, polygons: [shape] });
      return;
    }
    const parts = new Map(STATES.map(({ name }) => [name, []]));
    for (const { name, polygons } of lines) parts.get(name).push(...intersection([shape], polygons));
    for (const piece of difference([shape], ...lines.map(({ polygons }) => polygons))) {
      const near = new Set(piece[0].map((point) => nearestState(lines, point)));
      if (near.size === 1) parts.get([...near][0]).push(piece);
      else for (const { part, state } of cutByCells(piece, lines)) parts.get(state).push(part);
    }
    for (const [state, pieces] of parts) {
      if (pieces.length > 0) out.push({ state, landmass, polygons: union(...pieces.map((piece) => [piece])) });
    }
  });
  return out;
}
