import { intersection } from 'polyclip-ts';
import { bounds } from './planar.mjs';

const RAD = Math.PI / 180;
const STEPS = 24;

function unit([lon, lat]) {
  const c = Math.cos(lat * RAD);
  return [c * Math.cos(lon * RAD), c * Math.sin(lon * RAD), Math.sin(lat * RAD)];
}

/** Gnomonic projection about the box's middle: every bisector of two points on the sphere becomes a straight line. */
function gnomonic([x1, y1, x2, y2]) {
  const [cx, cy] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const up = unit([cx, cy]);
  const east = [-Math.sin(cx * RAD), Math.cos(cx * RAD), 0];
  const north = [
    up[1] * east[2] - up[2] * east[1],
    up[2] * east[0] - up[0] * east[2],
    up[0] * east[1] - up[1] * east[0],
  ];
  const back = ([u, v]) => {
    const p = [0, 1, 2].map((i) => up[i] + u * east[i] + v * north[i]);
    return [Math.atan2(p[1], p[0]) / RAD, Math.atan2(p[2], Math.hypot(p[0], p[1])) / RAD];
  };
  /** Signed side of the bisector of a and b at (u, v): positive on a's side. */
  const side = (a, b) => {
    const n = [0, 1, 2].map((i) => a[i] - b[i]);
    const dot = (w) => n[0] * w[0] + n[1] * w[1] + n[2] * w[2];
    const [k, ku, kv] = [dot(up), dot(east), dot(north)];
    return ([u, v]) => k + ku * u + kv * v;
  };
  return { back, side };
}

function keepSide(polygon, side) {
  const out = [];
  polygon.forEach((point, i) => {
    const next = polygon[(i + 1) % polygon.length];
    const [s, t] = [side(point), side(next)];
    if (s >= 0) out.push(point);
    if (s >= 0 !== t >= 0) {
      const f = s / (s - t);
      out.push([point[0] + f * (next[0] - point[0]), point[1] + f * (next[1] - point[1])]);
    }
  });
  return out;
}

/** The cell of `site` among `sites` over a box as a [lon, lat] polygon; its edges are great circles, cut into short steps. */
function cell(site, sites, box) {
  const flat = gnomonic(box);
  const reach = Math.max(0.06, (box[2] - box[0] + box[3] - box[1]) * RAD);
  let polygon = [
    [-reach, -reach],
    [reach, -reach],
    [reach, reach],
    [-reach, reach],
  ];
  for (const other of sites) {
    if (other !== site)
      polygon = keepSide(polygon, flat.side(unit([site.lon, site.lat]), unit([other.lon, other.lat])));
  }
  const ring = polygon.flatMap((point, i) => {
    const next = polygon[(i + 1) % polygon.length];
    return Array.from({ length: STEPS }, (_, k) => {
      const f = k / STEPS;
      return flat.back([point[0] + f * (next[0] - point[0]), point[1] + f * (next[1] - point[1])]);
    });
  });
  return ring.length === 0 ? null : [[...ring, ring[0]]];
}

/** Splits one state's piece of one landmass among `sites` ({code, lat, lon}): [{branch, polygons}]. */
export function splitAmong(polygons, sites) {
  if (sites.length === 1) return [{ branch: sites[0].code, polygons }];
  const box = bounds(polygons.flatMap(([outer]) => outer));
  return sites.flatMap((site) => {
    const shape = cell(site, sites, box);
    const parts = shape === null ? [] : intersection(polygons, [shape]);
    return parts.length === 0 ? [] : [{ branch: site.code, polygons: parts }];
  });
}
