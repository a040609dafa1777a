/** Makes polygons that touch share every vertex, so that a topology finds their common lines. */

const GRID = 1e5;
const NEAR = 2.2e-5;
const BUCKET = 0.02;

const bucket = (x, y) => `${Math.floor(x / BUCKET)},${Math.floor(y / BUCKET)}`;

function rounded(ring) {
  const out = [];
  for (const [x, y] of ring) {
    const point = [Math.round(x * GRID) / GRID, Math.round(y * GRID) / GRID];
    const last = out[out.length - 1];
    if (!last || last[0] !== point[0] || last[1] !== point[1]) out.push(point);
  }
  return out;
}

/** Rounds rings to ~1 m and adds to each edge the vertices of other rings that lie on it. Rings stay closed; slivers vanish. */
export function snapAll(faces) {
  const clean = faces
    .map((face) => ({ ...face, polygons: face.polygons.map((rings) => rings.map(rounded)) }))
    .map((face) => ({
      ...face,
      polygons: face.polygons.filter(([outer]) => outer.length > 3).map((rings) => rings.filter((r) => r.length > 3)),
    }));
  const grid = new Map();
  for (const { polygons } of clean) {
    for (const ring of polygons.flat()) {
      for (const point of ring) {
        const key = bucket(point[0], point[1]);
        if (!grid.has(key)) grid.set(key, new Map());
        grid.get(key).set(`${point[0]},${point[1]}`, point);
      }
    }
  }
  const onEdge = ([ax, ay], [bx, by]) => {
    const found = [];
    const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
    for (
      let x = Math.floor((Math.min(ax, bx) - NEAR) / BUCKET);
      x <= Math.floor((Math.max(ax, bx) + NEAR) / BUCKET);
      x++
    ) {
      for (
        let y = Math.floor((Math.min(ay, by) - NEAR) / BUCKET);
        y <= Math.floor((Math.max(ay, by) + NEAR) / BUCKET);
        y++
      ) {
        for (const point of grid.get(`${x},${y}`)?.values() ?? []) {
          const t = ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / length2;
          if (t <= 0 || t >= 1) continue;
          const off = Math.hypot(ax + t * (bx - ax) - point[0], ay + t * (by - ay) - point[1]);
          const atEnd = (point[0] === ax && point[1] === ay) || (point[0] === bx && point[1] === by);
          if (off < NEAR && !atEnd) found.push({ t, point });
        }
      }
    }
    return found.sort((p, q) => p.t - q.t).map(({ point }) => point);
  };
  return clean.map((face) => ({
    ...face,
    polygons: face.polygons.map((rings) =>
      rings.map((ring) => [ring[0], ...ring.slice(1).flatMap((point, i) => [...onEdge(ring[i], point), point])]),
    ),
  }));
}
