import { MALAYSIA_OFFSET_MS, startOfDayMalaysia } from '#shared/kit/malaysia-time.ts';
import type { Lang } from './lang.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const MINUS = '\u2212';

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  ms: ['Jan', 'Feb', 'Mac', 'Apr', 'Mei', 'Jun', 'Jul', 'Ogo', 'Sep', 'Okt', 'Nov', 'Dis'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const WEEKDAYS: Readonly<Record<Lang, readonly string[]>> = {
  ms: ['Ahd', 'Isn', 'Sel', 'Rab', 'Kha', 'Jum', 'Sab'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const DAY_WORDS: Readonly<Record<Lang, Readonly<Record<-1 | 0 | 1, string>>>> = {
  ms: { [-1]: 'semalam', 0: 'hari ini', 1: 'esok' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};
const DAY_UNIT: Readonly<Record<Lang, string>> = { ms: 'h', en: 'd' };

const two = (n: number) => String(n).padStart(2, '0');
/** A Date whose UTC members read as Malaysia's wall clock; the computer's own zone never enters. */
const wall = (ms: number) => new Date(ms + MALAYSIA_OFFSET_MS);

/** Thousands with commas: `1,234,567`. */
function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `RM1,234.50`, negative amounts with a minus. @param sen whole sen. */
export function formatMoney(sen: number): string {
  const whole = Math.abs(Math.round(sen));
  return `${sen < 0 ? MINUS : ''}RM${grouped(Math.floor(whole / 100))}.${two(whole % 100)}`;
}

/** A number for people: thousands with commas, at most two decimals. */
export function formatNumber(value: number): string {
  const cents = Math.round(Math.abs(value) * 100);
  const fraction = cents % 100 === 0 ? '' : `.${two(cents % 100)}`.replace(/0$/, '');
  return `${value < 0 && cents > 0 ? MINUS : ''}${grouped(Math.floor(cents / 100))}${fraction}`;
}

/** Time of day in Malaysia, whole minutes begun: `14:05`. @param ms since 1970. */
export function formatTime(ms: number): string {
  const at = wall(ms);
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** Time of day with seconds: `14:05:09`. @param ms since 1970. */
export function formatTimeSeconds(ms: number): string {
  return `${formatTime(ms)}:${two(wall(ms).getUTCSeconds())}`;
}

/** `23 Nov 2026` (ms months: Mac, Mei, Ogo, Okt, Dis). @param ms since 1970. */
export function formatDate(lang: Lang, ms: number): string {
  return `${formatDayMonth(lang, ms)} ${wall(ms).getUTCFullYear()}`;
}

/** `23 Nov`. @param ms since 1970. */
export function formatDayMonth(lang: Lang, ms: number): string {
  const at = wall(ms);
  return `${at.getUTCDate()} ${MONTHS[lang][at.getUTCMonth()]}`;
}

/** `Isn` / `Mon`. @param ms since 1970. */
export function formatWeekday(lang: Lang, ms: number): string {
  return WEEKDAYS[lang][wall(ms).getUTCDay()] ?? '';
}

/** `Isn 23 Nov 2026`. @param ms since 1970. */
export function formatLongDate(lang: Lang, ms: number): string {
  return `${formatWeekday(lang, ms)} ${formatDate(lang, ms)}`;
}

/** `hari ini`, `esok`, `semalam`, else `23 Nov`, with the year when it is not this one. Both in ms since 1970. */
export function formatDay(lang: Lang, ms: number, now: number): string {
  const days = Math.round((startOfDayMalaysia(ms) - startOfDayMalaysia(now)) / DAY);
  if (days === -1 || days === 0 || days === 1) return DAY_WORDS[lang][days];
  return wall(ms).getUTCFullYear() === wall(now).getUTCFullYear() ? formatDayMonth(lang, ms) : formatDate(lang, ms);
}

/** `14:05` on the day of `now`, `esok 12:00`, else `22 Nov 14:05`; without `now` always with the date. */
export function formatMoment(lang: Lang, ms: number, now?: number): string {
  if (now === undefined) return `${formatDate(lang, ms)} ${formatTime(ms)}`;
  if (startOfDayMalaysia(ms) === startOfDayMalaysia(now)) return formatTime(ms);
  return `${formatDay(lang, ms, now)} ${formatTime(ms)}`;
}

/**
 * Hours and minutes, whole minutes towards zero: `0:28`, `3:10`, `−0:28`; from 48 h up whole days: `3 h` (hari) / `3 d`.
 * @param ms a length of time, negative for late.
 */
export function formatDuration(lang: Lang, ms: number): string {
  const size = Math.abs(ms);
  const sign = ms < 0 && size >= MINUTE ? MINUS : '';
  if (size >= 48 * HOUR) return `${sign}${Math.floor(size / DAY)} ${DAY_UNIT[lang]}`;
  const minutes = Math.floor(size / MINUTE);
  return `${sign}${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/** The same without loss, for sums that must add up: days as hours too, `168:00`, with seconds when there are any: `0:28:09`. */
export function formatExactDuration(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  const minutes = Math.floor(seconds / 60);
  return `${ms < 0 && seconds > 0 ? MINUS : ''}${Math.floor(minutes / 60)}:${two(minutes % 60)}${rest}`;
}

/**
 * The same with days, for sums read by people: `0:28`, `47:59`, from 48 h up `6 d 7:03` (ms `6 h 7:03`, hari).
 * @param ms a length of time, negative for late.
 */
export function formatSummedDuration(lang: Lang, ms: number): string {
  const size = Math.abs(ms);
  if (size < 48 * HOUR) return formatExactDuration(ms);
  return `${ms < 0 ? MINUS : ''}${Math.floor(size / DAY)} ${DAY_UNIT[lang]} ${formatExactDuration(size % DAY)}`;
}

/** A moment for sums: with its date, and with its seconds when there are any. @param ms since 1970. */
export function formatSummedMoment(lang: Lang, ms: number): string {
  const seconds = wall(ms).getUTCSeconds();
  return `${formatMoment(lang, ms)}${seconds === 0 ? '' : `:${two(seconds)}`}`;
}

/** `72.6 %`, one decimal at most. @param percent 0–100. */
export function formatPercent(percent: number): string {
  const tenths = Math.round(percent * 10) / 10;
  return `${tenths} %`;
}

/** `4.2 km` below 10, whole kilometres above: `38 km`. */
export function formatKm(km: number): string {
  return `${km < 10 ? Math.round(km * 10) / 10 : grouped(Math.round(km))} km`;
}
