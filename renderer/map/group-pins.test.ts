import { expect, test } from 'vitest';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import { groupPins, nextFlip, type PinSource } from './group-pins.ts';

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

test('one incident is one pin, as urgent as its worst open case, with each case counted', () => {
  const pins = groupPins([source('1', 'a', [calm]), source('2', 'b', [warned]), source('3', 'a', [late, calm])], NOW);
  expect(pins).toHaveLength(2);
  expect(pins[0]).toMatchObject({ incident: 'a', urgency: 'missed', cases: ['3', '1'], number: '3' });
  expect(pins[0]?.tally).toEqual({ missed: 1, warned: 0, running: 1, paused: 0, met: 0 });
  expect(pins[1]).toMatchObject({ incident: 'b', urgency: 'warned', cases: ['2'] });
});

test('closed cases do not count beside open ones, and alone they are met', () => {
  const closed = { open: false };
  const [pin] = groupPins([source('1', 'a', [late], closed), source('2', 'a', [calm])], NOW);
  expect(pin).toMatchObject({ urgency: 'running', cases: ['2'] });
  expect(groupPins([source('1', 'a', [late], closed)], NOW)[0]).toMatchObject({ urgency: 'met', cases: ['1'] });
});

test('an incident without a place has no pin; one case with a place is enough', () => {
  const nowhere = { lat: null, lon: null };
  expect(groupPins([source('1', 'a', [calm], nowhere)], NOW)).toEqual([]);
  expect(groupPins([source('1', 'a', [late], nowhere), source('2', 'a', [calm])], NOW)).toHaveLength(1);
});

test('a pin says when any open case of it has no lead', () => {
  const free = { lead: null, unassigned: true };
  expect(groupPins([source('1', 'a', [calm]), source('2', 'a', [calm], free)], NOW)[0]?.unassigned).toBe(true);
  expect(groupPins([source('1', 'a', [calm])], NOW)[0]?.unassigned).toBe(false);
});

test('the next change comes at the nearest threshold of a running clock, just after a due time', () => {
  expect(nextFlip([source('1', 'a', [calm, late]), source('2', 'b', [warned])], NOW)).toBe(NOW + 51);
  expect(nextFlip([source('1', 'a', [clock(NOW + 10, NOW + 20, { pausedSince: NOW })])], NOW)).toBe(
    Number.POSITIVE_INFINITY,
  );
  expect(nextFlip([source('1', 'a', [calm], { open: false })], NOW)).toBe(Number.POSITIVE_INFINITY);
});

test('at the moment of the flip the urgency has changed', () => {
  const rows = [source('1', 'a', [warned])];
  expect(groupPins(rows, nextFlip(rows, NOW) - 1)[0]?.urgency).toBe('warned');
  expect(groupPins(rows, nextFlip(rows, NOW))[0]?.urgency).toBe('missed');
});

test('a drag takes what is open and not read-only, and nothing of a closed incident', () => {
  const pins = groupPins(
    [
      source('1', 'a', [calm]),
      source('2', 'a', [late], { fixed: true }),
      source('3', 'a', [calm], { open: false }),
      source('4', 'b', [calm], { open: false }),
    ],
    NOW,
  );
  expect(pins.map((pin) => pin.movable)).toEqual([['1'], []]);
});
