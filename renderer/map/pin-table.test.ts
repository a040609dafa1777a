import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aClock, aRow } from '#renderer/app/board/sample-rows.ts';
import { URGENCIES, urgencyRank } from '#shared/clocks/urgency.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { pinOf } from './group-pins.ts';
import { unitX, unitY } from './mercator.ts';
import { PARTS } from './pin-columns.ts';
import { ROW_READER } from './pin-sources.ts';
import { PinTable } from './pin-table.ts';

/** What the columns say of an incident. */
function entry(table: PinTable<QueueRow>, incident: string) {
  const slot = table.slotOf(incident);
  const { x, y, rank, lone, tally } = table.columns;
  if (slot < 0 || Number.isNaN(x[slot])) return null;
  const cases = [...tally.subarray(slot * PARTS, slot * PARTS + PARTS)];
  return { x: x[slot], y: y[slot], rank: rank[slot], lone: lone[slot] === 1, cases };
}

/** The same, made from all cases of the incident without a table. */
function plainly(rows: readonly QueueRow[], incident: string, now: number) {
  const group = rows.filter((row) => row.incident === incident).map((row) => ROW_READER.sourceOf(row, now));
  const pin = group.length > 0 ? pinOf(group, now) : null;
  if (!pin) return null;
  const cases = URGENCIES.map((urgency) => pin.tally[urgency]);
  return { x: unitX(pin.lon), y: unitY(pin.lat), rank: urgencyRank(pin.urgency), lone: pin.unassigned, cases };
}

const moment = fc.integer({ min: 0, max: 100 });
const someClock = fc
  .record({ warnAt: moment, more: moment, stopped: fc.boolean(), paused: fc.boolean() })
  .map(({ warnAt, more, stopped, paused }) =>
    aClock({ warnAt, due: warnAt + more, stoppedAt: stopped ? 1 : null, pausedSince: paused ? 1 : null }),
  );
const someRow = fc
  .record({
    id: fc.integer({ min: 0, max: 20 }),
    incident: fc.integer({ min: 0, max: 12 }),
    lat: fc.option(fc.integer({ min: 1, max: 7 })),
    lead: fc.option(fc.constant('SBN')),
    closed: fc.boolean(),
    clocks: fc.array(someClock, { maxLength: 3 }),
  })
  .map(({ id, incident, lat, lead, closed, clocks }) =>
    aRow({
      case: `c${id}`,
      incident: `i${incident}`,
      lat,
      lon: 101,
      lead,
      status: closed ? 'closed' : 'assigned',
      clocks,
    }),
  );
const somePicture = fc.uniqueArray(someRow, { selector: (row) => row.case, maxLength: 20 });

test('whatever changes, comes, goes or falls due, the table holds what all cases together would make', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(somePicture, fc.boolean(), moment), { maxLength: 6 }), (steps) => {
      const table = new PinTable(ROW_READER);
      let rows: readonly QueueRow[] = [];
      for (const [next, keeps, now] of steps) {
        const known = new Map(rows.map((row) => [row.case, row]));
        const picture = keeps ? next.map((row) => known.get(row.case) ?? row) : next;
        table.show(picture, now * 1e4);
        rows = picture;
        for (const later of [0, 20, 60]) {
          table.tick(now * 1e4 + later);
          for (let incident = 0; incident <= 12; incident++) {
            expect(entry(table, `i${incident}`)).toEqual(plainly(rows, `i${incident}`, now * 1e4 + later));
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

const late = [aClock({ warnAt: 10, due: 20 })];

test('what turned red is told, but not what was red at first', () => {
  const table = new PinTable(ROW_READER);
  const [red, calm] = [aRow({ case: 'a', incident: 'a', clocks: late }), aRow({ case: 'b', incident: 'b' })];
  expect(table.show([red, calm], 100)?.reds).toEqual([]);
  expect(table.show([red, { ...calm, clocks: late }], 100)?.reds).toEqual(['b']);
  expect(table.show([{ ...red }, { ...calm, clocks: late }], 100)?.reds).toEqual([]);
});

test('nothing changed is told as nothing, and one change as one slot', () => {
  const rows = Array.from({ length: 10 }, (_, i) => aRow({ case: `c${i}`, incident: `i${i}` }));
  const table = new PinTable(ROW_READER);
  expect(table.show(rows, 100)?.slots).toBe(null);
  expect(table.show([...rows], 100)).toBe(null);
  expect(table.tick(101)).toBe(null);
  const changed = rows.with(3, { ...(rows[3] as QueueRow), clocks: late });
  expect([...(table.show(changed, 102)?.slots ?? [])]).toEqual([table.slotOf('i3')]);
});

test('a slot given to another incident is not mistaken for the one that had it', () => {
  const table = new PinTable(ROW_READER);
  table.show([aRow({ case: 'a', incident: 'a' })], 0);
  const [slot, before] = [table.slotOf('a'), table.stamp];
  expect(table.pinAt(slot, before)?.incident).toBe('a');
  table.show([], 0);
  expect(table.pinAt(slot)).toBe(null);
  table.show([aRow({ case: 'b', incident: 'b' })], 0);
  expect(table.slotOf('b')).toBe(slot);
  expect(table.pinAt(slot, before)).toBe(null);
  expect(table.pinAt(slot)?.incident).toBe('b');
});

test('a clock that was set back has all cases judged again', () => {
  const table = new PinTable(ROW_READER);
  table.show([aRow({ case: 'a', incident: 'a', clocks: late })], 1e6);
  expect(table.pinAt(0)?.urgency).toBe('missed');
  table.tick(5);
  expect(table.pinAt(0)?.urgency).toBe('running');
});
