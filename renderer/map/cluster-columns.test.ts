import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterColumns, type PackedMarks } from './cluster-columns.ts';
import { markSize } from './mark-size.ts';
import { PARTS, PinColumns, type PinEntry } from './pin-columns.ts';
import type { UnitBox } from './unit-box.ts';

const size = markSize(18);
const ALL: UnitBox = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

function columnsOf(pins: readonly PinEntry[]): PinColumns {
  const columns = new PinColumns();
  for (const [slot, pin] of pins.entries()) columns.set(slot, pin);
  return columns;
}

function pin(x: number, y: number, rank: number, cases = 1): PinEntry {
  return { x, y, rank, unassigned: false, tally: Array.from({ length: PARTS }, (_, i) => (i === rank ? cases : 0)) };
}

const marksOf = (pins: readonly PinEntry[], selected = -1, box = ALL) =>
  clusterColumns(columnsOf(pins), { k: 1, box, size, selected });
const slotsOf = (packed: PackedMarks, i: number) => [...packed.slots.subarray(packed.from[i], packed.from[i + 1])];
const tallyOf = (packed: PackedMarks, i: number) => [...packed.tally.subarray(i * PARTS, (i + 1) * PARTS)];

function touching(packed: PackedMarks): number {
  const { x, y, radius } = packed;
  const drawn = packed.selected ? x.length - 1 : x.length;
  let count = 0;
  for (let a = 0; a < drawn; a++) {
    for (let b = a + 1; b < drawn; b++) {
      const apart = Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
      if (apart < (radius[a] ?? 0) + (radius[b] ?? 0) + 0.999) count++;
    }
  }
  return count;
}

const some = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 400 }),
    rank: fc.integer({ min: 0, max: 4 }),
    cases: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 80 },
);
const edge = fc.integer({ min: 0, max: 400 });

test('whatever the pins and the piece asked for, each pin of it is in one mark, no two touch, and sums are kept', () => {
  fc.assert(
    fc.property(some, edge, edge, fc.integer({ min: -1, max: 80 }), (list, left, top, selected) => {
      const pins = list.map(({ x, y, rank, cases }) => pin(x, y, rank, cases));
      const box = { left, top, right: left + 200, bottom: top + 200 };
      const packed = marksOf(pins, selected, box);
      const inside = pins.flatMap((one, slot) =>
        one.x >= left && one.x < left + 200 && one.y >= top && one.y < top + 200 ? [slot] : [],
      );
      expect([...packed.slots].sort((a, b) => a - b)).toEqual(inside);
      expect(touching(packed)).toBe(0);
      for (let mark = 0; mark < packed.x.length; mark++) {
        const held = slotsOf(packed, mark).map((slot) => pins[slot] as PinEntry);
        expect(tallyOf(packed, mark)).toEqual(
          Array.from({ length: PARTS }, (_, part) => held.reduce((sum, one) => sum + (one.tally[part] ?? 0), 0)),
        );
        // A red among them makes the mark red, and its badge counts it: none is hidden.
        expect(packed.rank[mark]).toBe(Math.min(...held.map(({ rank }) => rank)));
      }
    }),
    { numRuns: 200 },
  );
});

test('a cluster counts its reds and is as urgent as its worst case', () => {
  const packed = marksOf([pin(10, 10, 2, 3), pin(14, 10, 0, 2), pin(12, 14, 1)]);
  expect(packed.x).toHaveLength(1);
  expect(packed.rank[0]).toBe(0);
  expect(tallyOf(packed, 0)).toEqual([2, 1, 3, 0, 0]);
});

test('the selected pin never joins a cluster and is drawn last', () => {
  const packed = marksOf([pin(50, 50, 0), pin(50, 50, 2), pin(50, 50, 2)], 1);
  expect(packed.selected).toBe(true);
  expect(slotsOf(packed, packed.x.length - 1)).toEqual([1]);
  expect(slotsOf(packed, 0).sort()).toEqual([0, 2]);
});

test('calm marks are drawn first, red ones over them', () => {
  expect([...marksOf([pin(0, 0, 0), pin(100, 0, 2), pin(200, 0, 1), pin(300, 0, 3)]).rank]).toEqual([3, 2, 1, 0]);
});

test('an empty slot is no pin', () => {
  const columns = columnsOf([pin(0, 0, 2), pin(100, 0, 2)]);
  columns.clear(0);
  expect([...clusterColumns(columns, { k: 1, box: ALL, size, selected: 0 }).slots]).toEqual([1]);
});

test('ten thousand pins keep apart and keep their sum', () => {
  const pins = Array.from({ length: 10_000 }, (_, i) =>
    pin((i * 7919) % 900, (i * 104_729) % 560, i % 50 === 0 ? 0 : 2),
  );
  const packed = marksOf(pins);
  expect(touching(packed)).toBe(0);
  expect(packed.slots).toHaveLength(10_000);
  let reds = 0;
  for (let mark = 0; mark < packed.x.length; mark++) reds += tallyOf(packed, mark)[0] ?? 0;
  expect(reds).toBe(200);
});
