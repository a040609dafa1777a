import type { AlarmReportView } from '#shared/contract/view/alarms.ts';
import { startOfDayMalaysia } from '#shared/kit/malaysia-time.ts';
import { alarmRate } from './alarm-rate.ts';

const TEN_MINUTES_MS = 600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const DAYS = 7;
/** More than this in ten minutes is a flood (EEMUA 191). */
export const FLOOD = 10;
const MOST_PROMISES = 5;

/** How far back a report looks, ms. */
export const REPORT_MS = DAYS * DAY_MS;

/** An alarm as it was raised: its promise and when, ms since 1970. */
export interface RaisedAlarm {
  key: string;
  at: number;
}

/**
 * What one desk was given of late, after EEMUA 191: by hour and by day, how often in a flood, and by which promises.
 * @param raised in any order; what is older than a week is left out @param standing alarms that stand at `now`
 */
export function alarmReport(raised: readonly RaisedAlarm[], standing: number, now: number): AlarmReportView {
  const week = raised.filter(({ at }) => at > now - REPORT_MS && at <= now);
  const moments = week.map(({ at }) => at).sort((a, b) => a - b);
  const within = (from: number, to: number) => moments.filter((at) => at >= from && at < to);
  const hour = Math.floor(now / HOUR_MS) * HOUR_MS;
  const hours = Array.from({ length: 24 }, (_, index) => hour - (23 - index) * HOUR_MS);
  const today = startOfDayMalaysia(now);
  const days = Array.from({ length: DAYS }, (_, index) => today - (DAYS - 1 - index) * DAY_MS);
  const spans = new Map<number, number>();
  for (const at of moments) {
    const span = Math.floor(at / TEN_MINUTES_MS);
    spans.set(span, (spans.get(span) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const { key } of week) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    at: now,
    standing,
    hours: hours.map((from) => ({ from, n: within(from, from + HOUR_MS).length })),
    days: days.map((from) => {
      const day = within(from, from + DAY_MS);
      return { from, n: day.length, peakTen: alarmRate(day, from + DAY_MS - 1).peakTen };
    }),
    averageTen: within(now - DAY_MS + 1, now + 1).length / (DAY_MS / TEN_MINUTES_MS),
    floodShare: [...spans.values()].filter((n) => n > FLOOD).length / (REPORT_MS / TEN_MINUTES_MS),
    promises: [...counts]
      .map(([key, n]) => ({ key, n }))
      .sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
      .slice(0, MOST_PROMISES),
  };
}
