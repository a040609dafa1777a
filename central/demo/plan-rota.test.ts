import { expect, it } from 'vitest';
import { defaultCalendars } from '#shared/clocks/calendar/calendars.ts';
import { rotaGaps } from '#shared/clocks/rota-gaps.ts';
import { comingNight, holdsIn } from '#shared/clocks/rota-week.ts';
import { branches } from '#shared/geo/branches.ts';
import { planRota } from './plan-rota.ts';

it('leaves one night open, at one office, whatever moment of the week the demo begins', () => {
  for (const text of [
    '2026-11-23T07:30',
    '2026-11-23T14:05',
    '2026-11-27T20:00',
    '2026-11-28T12:00',
    '2026-11-30T03:00',
  ]) {
    const now = Date.parse(`${text}:00+08:00`);
    const duties = planRota(branches, now).map((duty) => ({
      ...duty,
      from: Date.parse(duty.from),
      to: Date.parse(duty.to),
    }));
    const open = branches.flatMap(({ code, role }) => {
      if (role === 'headquarters') return [];
      const calendar = defaultCalendars.of(code);
      const own = duties.filter(
        ({ level, area }) => level === 'squad' && holdsIn(area, { kind: 'branch', branch: code }, () => null),
      );
      return rotaGaps(own, comingNight(calendar, now), calendar).map(() => code);
    });
    expect(open, text).toEqual(['KUL']);
    expect(duties.every(({ name }) => name.endsWith('(demo)'))).toBe(true);
  }
});
