import { describe, expect, it } from 'vitest';
import { isoMalaysia } from './malaysia-time.ts';
import { readComingMoment, readMalaysiaMoment } from './read-malaysia-moment.ts';

const now = Date.parse('2026-11-23T14:32:10+08:00');
const read = (text: string, at = now) => {
  const got = readMalaysiaMoment(text, at);
  return got.ok ? isoMalaysia(got.ms).slice(0, 16) : got.why;
};

describe('readMalaysiaMoment', () => {
  it.each([
    ['', '2026-11-23T14:32'],
    ['kini', '2026-11-23T14:32'],
    ['14:05', '2026-11-23T14:05'],
    ['1405', '2026-11-23T14:05'],
    ['9.05', '2026-11-23T09:05'],
    ['2.05 ptg', '2026-11-23T14:05'],
    ['12 am', '2026-11-23T00:00'],
    ['12.10 malam', '2026-11-23T00:10'],
    ['20 min', '2026-11-23T14:12'],
    ['semalam 22:10', '2026-11-22T22:10'],
    ['Yesterday 10:10 pm', '2026-11-22T22:10'],
    ['22 Nov 14:05', '2026-11-22T14:05'],
    ['5 Ogos 2026, 08:00', '2026-08-05T08:00'],
    ['22/11/2026 23:59', '2026-11-22T23:59'],
    ['2026-11-22 23:59', '2026-11-22T23:59'],
  ])('%j is %s', (text, moment) => {
    expect(read(text)).toBe(moment);
  });

  it('refuses what lies ahead instead of guessing another day', () => {
    expect(read('14:40')).toBe('future');
    expect(read('23:50', Date.parse('2026-11-23T00:20:00+08:00'))).toBe('future');
  });

  it('takes a day without a year as the latest one', () => {
    expect(read('30 Dis 21:00', Date.parse('2027-01-02T09:00:00+08:00'))).toBe('2026-12-30T21:00');
  });

  it.each(['25:00', '14:60', '14', 'tadi', '31/2 10:00', '13 pm', '22 Xyz 10:00'])('%j is unreadable', (text) => {
    expect(read(text)).toBe('unreadable');
  });
});

describe('readComingMoment', () => {
  const coming = (text: string, at = now) => {
    const got = readComingMoment(text, at);
    return got.ok ? isoMalaysia(got.ms).slice(0, 16) : got.why;
  };

  it('takes what lies ahead and refuses the rest', () => {
    expect(coming('16:00')).toBe('2026-11-23T16:00');
    expect(coming('esok 9 pagi')).toBe('2026-11-24T09:00');
    expect(coming('3 Jan 09:00')).toBe('2027-01-03T09:00');
    expect(coming('14:00')).toBe('past');
    expect(coming('nanti')).toBe('unreadable');
  });
});
