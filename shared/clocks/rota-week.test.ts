import { describe, expect, it } from 'vitest';
import type { Scope } from '#shared/domain/person-role.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { defaultCalendars } from './calendar/calendars.ts';
import { comingNight, copiedWeek, holdsIn, weekOf } from './rota-week.ts';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const words = ({ from, to }: { from: number; to: number }) =>
  `${isoMalaysia(from).slice(5, 16)} ${isoMalaysia(to).slice(5, 16)}`;

describe('a week of duties', () => {
  it('goes from Monday to Sunday wherever in it one looks', () => {
    for (const moment of ['2026-11-23T00:00', '2026-11-26T12:00', '2026-11-29T23:59'])
      expect(words(weekOf(at(moment)))).toBe('11-23T00:00 11-30T00:00');
    expect(words(weekOf(at('2026-11-22T23:59')))).toBe('11-16T00:00 11-23T00:00');
  });

  it('is copied a week on, but not onto whom the week has already', () => {
    const week = weekOf(at('2026-11-25T00:00'));
    const duty = (level: 'squad' | 'head', from: string, to: string) => ({ level, from: at(from), to: at(to) });
    const duties = [
      duty('squad', '2026-11-16T17:00', '2026-11-17T08:00'),
      duty('squad', '2026-11-17T17:00', '2026-11-18T08:00'),
      duty('head', '2026-11-18T17:00', '2026-11-19T08:00'),
      duty('squad', '2026-11-24T20:00', '2026-11-25T08:00'),
      duty('squad', '2026-11-09T17:00', '2026-11-10T08:00'),
    ];
    expect(copiedWeek(duties, week).map((one) => `${one.level} ${words(one)}`)).toEqual([
      'squad 11-23T17:00 11-24T08:00',
      'head 11-25T17:00 11-26T08:00',
    ]);
  });
});

describe('the coming night', () => {
  const calendar = defaultCalendars.ofState('KUL');

  it('begins when the office closes, or has begun on a day off, and ends at the hour it opens', () => {
    expect(words(comingNight(calendar, at('2026-11-23T10:00')))).toBe('11-23T17:00 11-24T08:00');
    expect(words(comingNight(calendar, at('2026-11-23T20:38')))).toBe('11-23T20:38 11-24T08:00');
    expect(words(comingNight(calendar, at('2026-11-24T03:00')))).toBe('11-24T03:00 11-24T08:00');
    // Saturday.
    expect(words(comingNight(calendar, at('2026-11-28T10:00')))).toBe('11-28T10:00 11-29T08:00');
  });
});

describe('a duty', () => {
  const stateOf = (code: string) => (code === 'KLU' ? 'Johor' : 'Selangor');
  const branch: Scope = { kind: 'branch', branch: 'KLU' };
  const state: Scope = { kind: 'state', state: 'Johor' };
  const hq: Scope = { kind: 'hq' };

  it('of a wider area holds in the narrower, never the other way', () => {
    const table = [branch, state, hq].map((duty) =>
      [branch, state, hq].map((area) => (holdsIn(duty, area, stateOf) ? 1 : 0)).join(''),
    );
    expect(table).toEqual(['100', '110', '111']);
    expect(holdsIn(state, { kind: 'branch', branch: 'SBN' }, stateOf)).toBe(false);
  });
});
