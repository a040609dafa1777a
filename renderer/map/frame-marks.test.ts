import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aClock, aRow } from '#renderer/app/board/sample-rows.ts';
import { FrameMarks, type FrameView } from './frame-marks.ts';
import { createMarkService, type MarkOrder } from './mark-service.ts';
import { markSize } from './mark-size.ts';
import { unitX } from './mercator.ts';
import { HIRE_MS, LARGE, PinField } from './pin-field.ts';
import { ROW_READER } from './pin-sources.ts';
import type { StartMarkWorker } from './start-mark-worker.ts';
import type { UnitBox } from './unit-box.ts';

const want = { size: markSize(18), selected: null };
const ALL: UnitBox = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const VIEW: UnitBox = { left: -10, top: -5, right: 12, bottom: 6 };
const K = 40;

/** Enough cases for a worker, here and there, some late. */
const rows = Array.from({ length: LARGE + 500 }, (_, i) =>
  aRow({
    case: `c${i}`,
    incident: `i${i}`,
    lat: 1 + ((i * 7919) % 6000) / 1000,
    lon: 100 + ((i * 104_729) % 19_000) / 1000,
    lead: i % 3 === 0 ? null : 'SBN',
  }),
);

/** A worker that answers when told to; what is sent is cloned and handed over as a real one would have it. */
function slowWorker() {
  const letters: (() => void)[] = [];
  const end = vi.fn<() => void>();
  let fail = () => {};
  const start: StartMarkWorker = (onReply, onFail) => {
    fail = onFail;
    const serve = createMarkService((reply, buffers) =>
      onReply(structuredClone(reply, { transfer: buffers as ArrayBuffer[] })),
    );
    return {
      send(order, handedOver) {
        const copy: MarkOrder = structuredClone(order, { transfer: [...handedOver] as ArrayBuffer[] });
        letters.push(() => serve(copy));
      },
      end,
    };
  };
  const answer = () => {
    for (const letter of letters.splice(0)) letter();
  };
  return { start, answer, fail: () => fail(), end, waiting: () => letters.length };
}

let now = 0;
beforeEach(() => {
  now = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function desk(start: StartMarkWorker | null) {
  const field = new PinField(ROW_READER, () => now, start);
  const show = field.show.bind(field);
  let isFirst = true;
  // After the first picture time passes in which the worker comes.
  field.show = (picture, at) => {
    show(picture, at);
    if (isFirst) vi.advanceTimersByTime(HIRE_MS);
    isFirst = false;
  };
  const frame = new FrameMarks(field, ALL, () => now);
  const heard = vi.fn<() => void>();
  const stop = frame.subscribe(heard);
  return { field, frame, heard, stop, at: (k = K, view = VIEW) => frame.at(k, view, want) };
}

const told = ({ marks }: FrameView) =>
  marks.map(({ x, y, radius, count, total, tally, urgency, unassigned }) => {
    return { x, y, radius, count, total, tally, urgency, unassigned };
  });
const incidents = ({ marks }: FrameView) => marks.flatMap((mark) => mark.pins.map(({ incident }) => incident)).sort();

test('marks made elsewhere are those made here, also after many small changes', () => {
  const far = slowWorker();
  const [there, here] = [desk(far.start), desk(null)];
  let picture = rows;
  for (const one of [there, here]) {
    one.field.show(picture, 0);
    one.at();
  }
  for (let step = 0; step < 20; step++) {
    const at = (step * 131) % 2000;
    picture = picture.with(at, { ...(picture[at] as (typeof rows)[0]), lat: 3, lon: 101 + step / 100, lead: null });
    if (step % 4 === 0) picture = picture.toSpliced(step * 7, 1);
    if (step % 5 === 0) picture = [...picture, aRow({ case: `n${step}`, incident: `n${step}`, lat: 2, lon: 103 })];
    for (const one of [there, here]) one.field.show(picture, 0);
  }
  far.answer();
  now += 1000;
  vi.advanceTimersByTime(1000);
  far.answer();
  expect(told(there.at())).toEqual(told(here.at()));
  expect(incidents(there.at())).toEqual(incidents(here.at()));
  expect(incidents(there.at())).toHaveLength(picture.length);
});

test('the first marks are made here; a zoom shows them at its scale until better ones come', () => {
  const far = slowWorker();
  const { field, at, heard } = desk(far.start);
  field.show(rows, 0);
  const first = at();
  expect(first.marks.reduce((sum, { total }) => sum + total, 0)).toBe(rows.length);
  heard.mockClear();
  const meanwhile = at(2 * K);
  expect(meanwhile.marks[0]?.x).toBe(2 * (first.marks[0]?.x ?? 0));
  expect(at(2 * K)).toBe(meanwhile);
  far.answer();
  expect(heard).toHaveBeenCalledTimes(1);
  const better = at(2 * K);
  expect(better.marks.length).toBeGreaterThan(first.marks.length);
  expect(incidents(better)).toEqual(incidents(first));
});

test('on a map that was empty the first marks are made here too', () => {
  const far = slowWorker();
  const { field, at, heard } = desk(far.start);
  expect(at().marks).toEqual([]);
  field.show(rows, 0);
  expect(heard).toHaveBeenCalled();
  expect(incidents(at())).toHaveLength(rows.length);
});

test('an incident is found in the mark that holds it', () => {
  const { field, at } = desk(null);
  field.show(rows, 0);
  const view = at();
  expect(view.markOf('i77')?.pins.some(({ incident }) => incident === 'i77')).toBe(true);
  expect(view.markOf('nobody')).toBe(null);
});

test('of a cluster of many the most urgent are told first, and where all of them lie', () => {
  const { field, at } = desk(null);
  const late = [aClock({ warnAt: 1, due: 2 })];
  const here = rows.map((row, i) => ({ ...row, lat: 3, lon: 101 + i / 1e6, clocks: i % 500 === 7 ? late : [] }));
  field.show(here, 100);
  const [mark, ...others] = at().marks;
  expect(others).toEqual([]);
  expect(mark).toMatchObject({ count: rows.length, urgency: 'missed', tally: { missed: 5 } });
  expect(mark?.worst(7).map(({ urgency }) => urgency)).toEqual([
    'missed',
    'missed',
    'missed',
    'missed',
    'missed',
    'met',
    'met',
  ]);
  expect(mark?.worst(2)).toHaveLength(2);
  expect(mark?.span().left).toBe(unitX(101));
  expect(mark?.span().right).toBe(unitX(101 + (rows.length - 1) / 1e6));
});

test('many changes in a short time are asked for a few times only, and the last is not forgotten', () => {
  const far = slowWorker();
  const { field, at, heard } = desk(far.start);
  field.show(rows, 0);
  at();
  let picture = rows;
  let asked = 0;
  for (let ms = 0; ms < 1000; ms += 10) {
    picture = picture.with(ms, { ...(picture[ms] as (typeof rows)[0]) });
    field.show(picture, 0);
    asked += far.waiting() > 1 ? 1 : 0;
    far.answer();
    now += 10;
    vi.advanceTimersByTime(10);
  }
  expect(asked).toBeLessThanOrEqual(12);
  vi.advanceTimersByTime(1000);
  far.answer();
  heard.mockClear();
  at();
  far.answer();
  expect(heard).not.toHaveBeenCalled();
});

test('a view moved out of what is known asks for more, a small step does not', () => {
  const far = slowWorker();
  const { field, at } = desk(far.start);
  field.show(rows, 0);
  const near = { left: -8, top: -2, right: -6, bottom: 0 };
  at(400, near);
  far.answer();
  at(400, { ...near, left: -7.5, right: -5.5 });
  expect(far.waiting()).toBe(0);
  at(400, { ...near, left: -5, right: -3 });
  expect(far.waiting()).toBe(1);
});

test('without a worker, or after it broke, this thread makes them', () => {
  const far = slowWorker();
  const { field, at, heard } = desk(far.start);
  field.show(rows, 0);
  const before = at();
  at(2 * K);
  heard.mockClear();
  far.fail();
  expect(heard).toHaveBeenCalled();
  expect(far.end).toHaveBeenCalled();
  expect(at(2 * K).marks.length).toBeGreaterThan(before.marks.length);
});

test('a worker that died without a word is given up after some seconds, one that is merely slow is not', () => {
  const far = slowWorker();
  const { field, at, heard } = desk(far.start);
  field.show(rows, 0);
  const before = at();
  for (const k of [2 * K, 3 * K]) {
    at(k);
    vi.advanceTimersByTime(4_000);
    far.answer();
  }
  expect(far.end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(far.end).not.toHaveBeenCalled();
  expect(at(4 * K).marks.length).toBe(at(3 * K).marks.length);
  heard.mockClear();
  vi.advanceTimersByTime(6_000);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(far.end).toHaveBeenCalledTimes(1);
  expect(at(5 * K).marks.length).toBeGreaterThan(before.marks.length);
  expect(incidents(at(5 * K))).toHaveLength(rows.length);
});

test('a small set never waits', () => {
  const far = slowWorker();
  const { field, at } = desk(far.start);
  field.show(rows.slice(0, 100), 0);
  at();
  expect(told(at(2 * K)).reduce((sum, { total }) => sum + total, 0)).toBe(100);
  expect(far.waiting()).toBe(0);
});

test('a set that was small for a while is sent whole when it grows again', () => {
  const far = slowWorker();
  const { field, at } = desk(far.start);
  field.show(rows, 0);
  at();
  field.show(rows.slice(0, 100), 0);
  at();
  field.show(rows, 0);
  now += 1000;
  at(2 * K);
  far.answer();
  far.answer();
  expect(incidents(at(2 * K))).toHaveLength(rows.length);
});

test('a set that has just become small is not shown as it was before, though a question was due by then', () => {
  const far = slowWorker();
  const { field, at } = desk(far.start);
  field.show(rows, 0);
  at();
  // Two changes in a moment: the second waits its turn to be asked for.
  for (const place of [1, 2]) field.show(rows.with(place, { ...(rows[place] as (typeof rows)[0]), lat: 2 }), 0);
  far.answer();
  field.show(rows.slice(0, 100), 0);
  now += 1000;
  vi.advanceTimersByTime(1000);
  const cases = () => told(at()).reduce((sum, { total }) => sum + total, 0);
  expect(cases()).toBe(100);
  far.answer();
  expect(cases()).toBe(100);
});
