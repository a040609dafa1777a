import { expect, test } from 'vitest';
import { nextFlip } from '#renderer/app/board/next-flip.ts';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import { type PinSource, pinOf } from './group-pins.ts';

const NOW = 1_000_000;

function clock(warnAt: number, due: number, more: Partial<SlimClock> = {}): SlimClock {
  return {
    id: `c${due}`,
    key: 'kpi.assignment',
    startedAt: 0,
    due,
    warnAt,
    stoppedAt: null,
    pausedSince: null,
    ...more,
  };
}

function source(id: string, incident: string, clocks: SlimClock[], more: Partial<PinSource> = {}): PinSource {
  return {
    case: id,
    incident,
    number: id,
    place: 'Nilai',
    lat: 2.8,
    lon: 101.8,
    lead: 'SBN',
    open: true,
    unassigned: false,
    fixed: false,
    clocks,
    ...more,
  };
}

const calm = clock(NOW + 100, NOW + 200);
const warned = clock(NOW - 1, NOW + 50);
const late = clock(NOW - 100, NOW - 1);

const pin = (...group: PinSource[]) => pinOf(group, NOW);
const flip = (clocks: SlimClock[], open = true) => nextFlip(open, clocks, NOW);

test('one incident is one pin, as urgent as its worst open case, with each case counted', () => {
  const made = pin(source('1', 'a', [calm]), source('3', 'a', [late, calm]));
  expect(made).toMatchObject({ incident: 'a', urgency: 'missed', cases: ['3', '1'], number: '3' });
  expect(made?.tally).toEqual({ missed: 1, warned: 0, running: 1, paused: 0, met: 0 });
});

test('of equally urgent cases the one with the least time left stands first, in whatever order they came', () => {
  const later = clock(NOW - 100, NOW - 50);
  const [one, two, three] = [source('1', 'a', [late]), source('2', 'a', [later]), source('3', 'a', [late])];
  expect(pin(one, two, three)?.cases).toEqual(['2', '1', '3']);
  expect(pin(three, two, one)?.cases).toEqual(['2', '1', '3']);
});

test('closed cases do not count beside open ones, and alone they are met', () => {
  const closed = { open: false };
  expect(pin(source('1', 'a', [late], closed), source('2', 'a', [calm]))).toMatchObject({
    urgency: 'running',
    cases: ['2'],
  });
  expect(pin(source('1', 'a', [late], closed))).toMatchObject({ urgency: 'met', cases: ['1'] });
});

test('an incident without a place has no pin; one case with a place is enough', () => {
  const nowhere = { lat: null, lon: null };
  expect(pin(source('1', 'a', [calm], nowhere))).toBe(null);
  expect(pin(source('1', 'a', [late], nowhere), source('2', 'a', [calm]))).toMatchObject({
    lat: 2.8,
    urgency: 'missed',
  });
});

test('a pin says when any open case of it has no lead', () => {
  const free = { lead: null, unassigned: true };
  expect(pin(source('1', 'a', [calm]), source('2', 'a', [calm], free))?.unassigned).toBe(true);
  expect(pin(source('1', 'a', [calm]))?.unassigned).toBe(false);
});

test('the next change comes at the nearest threshold of a running clock, just after a due time', () => {
  expect(flip([calm, late])).toBe(NOW + 100);
  expect(flip([warned])).toBe(NOW + 51);
  expect(flip([clock(NOW + 10, NOW + 20, { pausedSince: NOW })])).toBe(Number.POSITIVE_INFINITY);
  expect(flip([calm], false)).toBe(Number.POSITIVE_INFINITY);
});

test('at the moment of the flip the urgency has changed', () => {
  expect(pinOf([source('1', 'a', [warned])], flip([warned]) - 1)?.urgency).toBe('warned');
  expect(pinOf([source('1', 'a', [warned])], flip([warned]))?.urgency).toBe('missed');
});

test('a drag takes what is open and not read-only, and nothing of a closed incident', () => {
  const closed = source('3', 'a', [calm], { open: false });
  expect(pin(source('1', 'a', [calm]), source('2', 'a', [late], { fixed: true }), closed)?.movable).toEqual(['1']);
  expect(pin(source('4', 'b', [calm], { open: false }))?.movable).toEqual([]);
});
