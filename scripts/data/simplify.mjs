/** Visvalingam simplification of a topology's arcs: the points of least triangle area go first, arc ends stay. */

function heapPush(heap, item) {
  heap.push(item);
  let i = heap.length - 1;
  while (i > 0) {
    const up = (i - 1) >> 1;
    if (heap[up].area <= heap[i].area) break;
    [heap[up], heap[i]] = [heap[i], heap[up]];
    i = up;
  }
}

function heapPop(heap) {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length > 0) {
    heap[0] = last;
    let i = 0;
    for (;;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < heap.length && heap[child].area < heap[least].area) least = child;
      }
      if (least === i) break;
      [heap[least], heap[i]] = [heap[i], heap[least]];
      i = least;
    }
  }
  return top;
}

/** Keeps the points whose triangle area (square degrees) is at least `minArea`; closed arcs keep four points or more. */
export function simplifyArc(arc, minArea) {
  const closed = arc[0][0] === arc[arc.length - 1][0] && arc[0][1] === arc[arc.length - 1][1];
  let left = arc.length;
  const least = closed ? 5 : 2;
  const before = arc.map((_, i) => i - 1);
  const after = arc.map((_, i) => i + 1);
  const stamp = arc.map(() => 0);
  const gone = arc.map(() => false);
  const area = (i) => {
    const [a, b, c] = [arc[before[i]], arc[i], arc[after[i]]];
    return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
  };
  const heap = [];
  for (let i = 1; i < arc.length - 1; i++) heapPush(heap, { i, area: area(i), stamp: 0 });
  while (heap.length > 0 && left > least) {
    const item = heapPop(heap);
    if (gone[item.i] || item.stamp !== stamp[item.i]) continue;
    if (item.area >= minArea) break;
    gone[item.i] = true;
    left--;
    after[before[item.i]] = after[item.i];
    before[after[item.i]] = before[item.i];
    for (const n of [before[item.i], after[item.i]]) {
      if (n <= 0 || n >= arc.length - 1) continue;
      stamp[n]++;
      heapPush(heap, { i: n, area: Math.max(area(n), item.area), stamp: stamp[n] });
    }
  }
  return arc.filter((_, i) => !gone[i]);
}
