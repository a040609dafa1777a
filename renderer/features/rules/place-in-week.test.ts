import { describe, expect, it } from 'vitest';
import { momentAt, pieceIn, rowsOf, stripOf } from './place-in-week.ts';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const week = { from: at('2026-11-23T08:00') };
const strip = stripOf(week, 1);

describe('a strip', () => {
  it('is a day from opening to opening, so that a night is one piece', () => {
    expect(strip).toEqual({ from: at('2026-11-24T08:00'), to: at('2026-11-25T08:00') });
    const night = { from: at('2026-11-24T17:00'), to: at('2026-11-25T08:00') };
    expect(pieceIn(strip, night)).toEqual({ ...night, left: 9 / 24, width: 15 / 24, before: false, after: false });
  });

  it('shows its part of a span that is longer, and nothing of one beside it', () => {
    const weekend = { from: at('2026-11-23T17:00'), to: at('2026-11-26T08:00') };
    expect(pieceIn(strip, weekend)).toMatchObject({ left: 0, width: 1, before: true, after: true });
    expect(pieceIn(strip, { from: at('2026-11-25T08:00'), to: at('2026-11-25T09:00') })).toBeNull();
  });

  it('gives the half hour under the pointer, never one outside', () => {
    expect([0, 9 / 24, 0.51, 1, 2, -1].map((share) => momentAt(strip, share))).toEqual([
      strip.from,
      at('2026-11-24T17:00'),
      at('2026-11-24T20:00'),
      strip.to,
      strip.to,
      strip.from,
    ]);
  });
});

it('duties at the same time stand in rows of their own, the others share one', () => {
  const spans = [
    { id: 'c', from: 4, to: 6 },
    { id: 'a', from: 1, to: 3 },
    { id: 'b', from: 2, to: 4 },
  ];
  expect(rowsOf(spans).map((row) => row.map(({ id }) => id))).toEqual([['a', 'c'], ['b']]);
  expect(rowsOf([])).toEqual([[]]);
});
