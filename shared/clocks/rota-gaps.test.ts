import { expect, it } from 'vitest';
import { defaultCalendars } from './calendar/calendars.ts';
import { rotaGaps } from './rota-gaps.ts';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const gaps = (duties: [string, string][], from: string, to: string) =>
  rotaGaps(
    duties.map(([a, b]) => ({ from: at(a), to: at(b) })),
    { from: at(from), to: at(to) },
    defaultCalendars.ofState('KUL'),
  ).map((gap) => [gap.from, gap.to]);

it('a night is a gap from closing to opening, and what a duty leaves of it', () => {
  const [noon, next] = ['2026-11-23T12:00', '2026-11-24T12:00'];
  expect(gaps([], noon, next)).toEqual([[at('2026-11-23T17:00'), at('2026-11-24T08:00')]]);
  expect(gaps([['2026-11-23T17:00', '2026-11-24T08:00']], noon, next)).toEqual([]);
  expect(gaps([['2026-11-23T18:00', '2026-11-24T07:00']], noon, next)).toEqual([
    [at('2026-11-23T17:00'), at('2026-11-23T18:00')],
    [at('2026-11-24T07:00'), at('2026-11-24T08:00')],
  ]);
});

it('a weekend is one long gap, whatever order duties come in and however they overlap', () => {
  const weekend = [at('2026-11-27T17:00'), at('2026-11-30T08:00')];
  expect(gaps([], '2026-11-27T12:00', '2026-11-30T12:00')).toEqual([weekend]);
  const duties: [string, string][] = [
    ['2026-11-29T08:00', '2026-11-30T08:00'],
    ['2026-11-27T16:00', '2026-11-28T20:00'],
    ['2026-11-28T08:00', '2026-11-28T12:00'],
  ];
  expect(gaps(duties, '2026-11-27T12:00', '2026-11-30T12:00')).toEqual([
    [at('2026-11-28T20:00'), at('2026-11-29T08:00')],
  ]);
});
