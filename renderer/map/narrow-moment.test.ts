import { expect, test } from 'vitest';
import { narrowMoment } from './narrow-moment.ts';

const NOW = Date.parse('2026-11-23T20:00:00+08:00');

test('today by its time, tomorrow by a word or its weekday, what lies further by its date', () => {
  const at = (iso: string) => Date.parse(`${iso}+08:00`);
  expect(narrowMoment('en', at('2026-11-23T22:05:00'), NOW)).toBe('22:05');
  expect(narrowMoment('ms', at('2026-11-24T12:00:00'), NOW)).toBe('esok 12:00');
  expect(narrowMoment('en', at('2026-11-24T12:00:00'), NOW)).toBe('Tue 12:00');
  expect(narrowMoment('en', at('2026-12-24T12:00:00'), NOW)).toBe('24 Dec 12:00');
});
