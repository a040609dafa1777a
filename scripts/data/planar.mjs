/** Planar helpers on [lon, lat] rings; areas in km² by a cosine-corrected shoelace, good to a few parts in a thousand. */

const RAD = Math.PI / 180;
const KM = 111.195;

export function ringArea(ring) {
  let sum = 0;
  let lat = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i];
    const [x2, y2] = ring[(i + 1) % ring.length];
    sum += x1 * y2 - x2 * y1;
    lat += y1;
  }
  return (Math.abs(sum) / 2) * KM * KM * Math.cos((lat / ring.length) * RAD);
}

export function inRing(ring, [x, y]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Distance in km from a point to a ring's edge. */
export function edgeKm(ring, [x, y]) {
  const shrink = Math.cos(y * RAD);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const ax = (ring[j][0] - x) * shrink;
    const ay = ring[j][1] - y;
    const dx = (ring[i][0] - ring[j][0]) * shrink;
    const dy = ring[i][1] - ring[j][1];
    const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy));
  }
  return best * KM;
}

export function bounds(ring) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

export function rectangle(x1, y1, x2, y2) {
  return [
    [
      [x1, y1],
      [x2, y1],
      [x2, y2],
      [x1, y2],
      [x1, y1],
    ],
  ];
}

export function centre(ring) {
  const [x1, y1, x2, y2] = bounds(ring);
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}
