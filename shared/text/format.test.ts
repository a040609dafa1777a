import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDay,
  formatDuration,
  formatExactDuration,
  formatKm,
  formatLongDate,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSummedDuration,
  formatSummedMoment,
  formatTime,
  formatTimeSeconds,
  formatWeekday,
} from './format.ts';

const at = (iso: string) => Date.parse(`${iso}+08:00`);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('times and dates', () => {
  it('turn with Malaysia’s midnight', () => {
    const evening = at('2026-11-23T23:59:59');
    expect([formatTime(evening), formatTimeSeconds(evening)]).toEqual(['23:59', '23:59:59']);
    expect([formatDate('ms', evening), formatLongDate('ms', evening)]).toEqual(['23 Nov 2026', 'Isn 23 Nov 2026']);
    expect([formatTime(evening + 1000), formatDate('en', evening + 1000)]).toEqual(['00:00', '24 Nov 2026']);
  });

  it('name the months and days of each language', () => {
    const months = (lang: 'ms' | 'en') =>
      Array.from({ length: 12 }, (_, month) =>
        formatDate(lang, at(`2026-${String(month + 1).padStart(2, '0')}-05T12:00:00`)).slice(2, 5),
      );
    expect(months('ms').join(' ')).toBe('Jan Feb Mac Apr Mei Jun Jul Ogo Sep Okt Nov Dis');
    expect(months('en').join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    const days = (lang: 'ms' | 'en') =>
      Array.from({ length: 7 }, (_, day) => formatWeekday(lang, at(`2026-11-${23 + day}T00:00:00`)));
    expect(days('ms').join(' ')).toBe('Isn Sel Rab Kha Jum Sab Ahd');
    expect(days('en').join(' ')).toBe('Mon Tue Wed Thu Fri Sat Sun');
  });

  it('say the days next to now in words', () => {
    const now = at('2026-11-23T00:05:00');
    expect(formatDay('ms', at('2026-11-22T23:59:00'), now)).toBe('semalam');
    expect(formatDay('ms', now, now)).toBe('hari ini');
    expect(formatDay('en', at('2026-11-24T23:59:00'), now)).toBe('tomorrow');
    expect(formatDay('ms', at('2026-10-01T12:00:00'), now)).toBe('1 Okt');
    expect(formatDay('ms', at('2025-10-01T12:00:00'), now)).toBe('1 Okt 2025');
    expect(formatMoment('ms', at('2026-11-23T14:05:00'), now)).toBe('14:05');
    expect(formatMoment('ms', at('2026-11-24T12:00:00'), now)).toBe('esok 12:00');
    expect(formatMoment('ms', at('2026-11-24T12:00:00'))).toBe('24 Nov 2026 12:00');
  });
});

describe('lengths of time', () => {
  it.each([
    [0, '0:00'],
    [28 * MINUTE, '0:28'],
    [28 * MINUTE + 59_999, '0:28'],
    [3 * HOUR + 10 * MINUTE, '3:10'],
    [-28 * MINUTE, '−0:28'],
    [-59_000, '0:00'],
    [47 * HOUR + 59 * MINUTE, '47:59'],
    [48 * HOUR, '2 h'],
    [95 * HOUR, '3 h'],
    [-72 * HOUR, '−3 h'],
  ])('%d ms is %s', (ms, words) => {
    expect(formatDuration('ms', ms)).toBe(words);
    expect(formatDuration('en', ms)).toBe(words.replace('h', 'd'));
  });

  it('stay whole where they must add up', () => {
    expect(formatExactDuration(168 * HOUR)).toBe('168:00');
    expect(formatExactDuration(-(28 * MINUTE + 9_000))).toBe('−0:28:09');
    expect(formatSummedDuration('en', 6 * 24 * HOUR + 7 * HOUR + 3 * MINUTE)).toBe('6 d 7:03');
    expect(formatSummedDuration('ms', -(48 * HOUR + 5_000))).toBe('−2 h 0:00:05');
    expect(formatSummedDuration('ms', 47 * HOUR + 59 * MINUTE)).toBe('47:59');
    expect(formatSummedMoment('en', at('2026-11-23T23:59:59'))).toBe('23 Nov 2026 23:59:59');
    expect(formatSummedMoment('en', at('2026-11-23T14:05:00'))).toBe('23 Nov 2026 14:05');
  });
});

describe('amounts', () => {
  it.each([
    [123_450, 'RM1,234.50'],
    [0, 'RM0.00'],
    [5, 'RM0.05'],
    [300_000, 'RM3,000.00'],
    [1_000_000_000, 'RM10,000,000.00'],
    [-57_625, '−RM576.25'],
  ])('%d sen is %s', (sen, words) => {
    expect(formatMoney(sen)).toBe(words);
  });

  it('are written as people write them', () => {
    expect([formatKm(0.44), formatKm(4.25), formatKm(18.4), formatKm(1234)]).toEqual([
      '0.4 km',
      '4.3 km',
      '18 km',
      '1,234 km',
    ]);
    expect([formatPercent(72.6), formatPercent(33), formatPercent(66.66)]).toEqual(['72.6 %', '33 %', '66.7 %']);
    expect([formatNumber(1781), formatNumber(0.5), formatNumber(-2.125), formatNumber(-0.001)]).toEqual([
      '1,781',
      '0.5',
      '−2.13',
      '0',
    ]);
  });
});
