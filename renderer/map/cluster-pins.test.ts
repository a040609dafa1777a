import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterPins, overlap, type PlacedPin } from './cluster-pins.ts';
import { markSize } from './mark-size.ts';
import { addTally, NO_CASES, type Pin } from './pin.ts';

const size = markSize(18);

function pin(incident: string, urgency: Pin['urgency'], cases = 1): Pin {
  return {
    incident,
    lat: 0,
    lon: 0,
    cases: Array.from({ length: cases }, (_, i) => `${incident}/${i}`),
    movable: [],
    number: incident,
    place: '',
    lead: 'KTN',
    urgency,
    tally: { ...NO_CASES, [urgency]: cases },
    unassigned: false,
  };
}

const placed = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 400 }),
      urgency: fc.constantFrom('missed', 'warned', 'running', 'paused', 'met') as fc.Arbitrary<Pin['urgency']>,
      cases: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 80 },
  )
  .map((list): PlacedPin[] => list.map(({ x, y, urgency, cases }, i) => ({ x, y, pin: pin(`i${i}`, urgency, cases) })));

test('whatever the pins, no two marks touch and no case, red or incident is lost', () => {
  fc.assert(
    fc.property(placed, (items) => {
      const marks = clusterPins(items, size, null);
      for (const [i, a] of marks.entries()) for (const b of marks.slice(i + 1)) expect(overlap(a, b)).toBe(false);
      const before = items.reduce((sum, item) => addTally(sum, item.pin.tally), NO_CASES);
      expect(marks.reduce((sum, mark) => addTally(sum, mark.tally), NO_CASES)).toEqual(before);
      expect(marks.flatMap((mark) => mark.pins.map((one) => one.incident)).sort()).toEqual(
        items.map((item) => item.pin.incident).sort(),
      );
      for (const mark of marks) expect(mark.total).toBe(mark.pins.reduce((sum, one) => sum + one.cases.length, 0));
    }),
    { numRuns: 150 },
  );
});

test('a cluster counts its reds and is as urgent as its worst case', () => {
  const [mark, ...rest] = clusterPins(
    [
      { x: 10, y: 10, pin: pin('a', 'running', 3) },
      { x: 14, y: 10, pin: pin('b', 'missed', 2) },
      { x: 12, y: 14, pin: pin('c', 'warned') },
    ],
    size,
    null,
  );
  expect(rest).toEqual([]);
  expect(mark).toMatchObject({ total: 6, urgency: 'missed', tally: { missed: 2, warned: 1, running: 3 } });
});

test('the selected incident never joins a cluster and is drawn last', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ x: 50, y: 50, pin: pin(id, id === 'a' ? 'missed' : 'running') }));
  const marks = clusterPins(items, size, 'b');
  expect(marks.at(-1)).toMatchObject({ selected: true, total: 1 });
  expect(marks.at(-1)?.pins.map((one) => one.incident)).toEqual(['b']);
  expect(
    marks
      .slice(0, -1)
      .flatMap((mark) => mark.pins.map((one) => one.incident))
      .sort(),
  ).toEqual(['a', 'c']);
});

test('calm marks are drawn first, red ones over them', () => {
  const items = (['missed', 'running', 'warned', 'paused'] as const).map((urgency, i) => ({
    x: i * 100,
    y: 0,
    pin: pin(urgency, urgency),
  }));
  expect(clusterPins(items, size, null).map((mark) => mark.urgency)).toEqual(['paused', 'running', 'warned', 'missed']);
});

test('ten thousand pins still keep apart and keep their sum', () => {
  const items = Array.from({ length: 10_000 }, (_, i) => ({
    x: (i * 7919) % 900,
    y: (i * 104_729) % 560,
    pin: pin(`i${i}`, i % 50 === 0 ? 'missed' : 'running'),
  }));
  const marks = clusterPins(items, size, null);
  for (const [i, a] of marks.entries()) for (const b of marks.slice(i + 1)) expect(overlap(a, b)).toBe(false);
  expect(marks.reduce((sum, mark) => sum + mark.total, 0)).toBe(10_000);
  expect(marks.reduce((sum, mark) => sum + mark.tally.missed, 0)).toBe(200);
});
