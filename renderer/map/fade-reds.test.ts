import { expect, test } from 'vitest';
import { createRedFade } from './fade-reds.ts';
import { NO_CASES, type Pin } from './pin.ts';

const pin = (incident: string, urgency: Pin['urgency']): Pin => ({
  incident,
  lat: 3,
  lon: 101,
  cases: [],
  movable: [],
  number: '',
  place: '',
  lead: null,
  urgency,
  tally: NO_CASES,
  unassigned: false,
});

test('what is red at first shows at once; what turns red comes in over 160 ms, once', () => {
  let now = 1000;
  const fade = createRedFade(() => now);
  fade.note([pin('a', 'missed'), pin('b', 'running')]);
  expect(fade.of('a')).toBe(1);
  fade.note([pin('a', 'missed'), pin('b', 'missed')]);
  expect([fade.of('a'), fade.of('b')]).toEqual([1, 0]);
  now += 80;
  fade.note([pin('a', 'missed'), pin('b', 'missed')]);
  expect(fade.of('b')).toBe(0.5);
  now += 80;
  expect(fade.of('b')).toBe(1);
});

test('calm incidents never fade', () => {
  const fade = createRedFade(() => 0);
  fade.note([]);
  fade.note([pin('a', 'warned')]);
  expect(fade.of('a')).toBe(1);
});
