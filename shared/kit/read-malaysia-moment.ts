import { MALAYSIA_OFFSET_MS, startOfDayMalaysia } from './malaysia-time.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  mac: 3,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  ogo: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dis: 12,
  dec: 12,
};

const DAYS_FROM_TODAY: Record<string, number> = {
  'hari ini': 0,
  today: 0,
  semalam: -1,
  yesterday: -1,
  kelmarin: -2,
  esok: 1,
  tomorrow: 1,
  lusa: 2,
};

/** A moment read from what somebody typed, or why it could not be taken. */
export type MomentRead = { ok: true; ms: number } | { ok: false; why: 'unreadable' | 'future' };

function minutesOfDay(text: string): number | null {
  const match =
    /^(\d{1,2})(?:[:.](\d{2})|(\d{2}))?\s*(am|pm|pagi|tengah hari|tengahari|petang|malam|pg|tgh|ptg|mlm)?$/.exec(text);
  if (!match?.[1]) return null;
  const half = match[4];
  if (!match[2] && !match[3] && !half) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? match[3] ?? 0);
  if (minute > 59 || hour > 23) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    const early = half === 'am' || half === 'pagi' || half === 'pg' || (/^(malam|mlm)$/.test(half) && hour === 12);
    hour = (hour % 12) + (early ? 0 : 12);
  }
  return hour * 60 + minute;
}

function midnightOf(year: number, month: number, day: number): number | null {
  const utc = Date.UTC(year, month - 1, day);
  const back = new Date(utc);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? utc - MALAYSIA_OFFSET_MS : null;
}

/** Takes the day off the front of the words: its midnight, and the words that remain. */
function dayOf(words: string, now: number, ahead: boolean): { midnight: number | null; rest: string } {
  const today = startOfDayMalaysia(now);
  const named = /^(hari ini|today|semalam|yesterday|kelmarin|esok|tomorrow|lusa)\s+(.*)$/.exec(words);
  if (named?.[1]) {
    return { midnight: today + (DAYS_FROM_TODAY[named[1]] ?? 0) * DAY, rest: named[2] ?? '' };
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})[t ,]+(.*)$/.exec(words);
  if (iso) return { midnight: midnightOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), rest: iso[4] ?? '' };
  const written = /^(\d{1,2})(?:\/(\d{1,2})|\s+([a-z]{3})[a-z]*)(?:[/ ](\d{4}))?,?\s+(.*)$/.exec(words);
  if (!written) return { midnight: today, rest: words };
  const month = written[2] ? Number(written[2]) : MONTHS[written[3] ?? ''];
  if (!month) return { midnight: today, rest: words };
  const thisYear = new Date(now + MALAYSIA_OFFSET_MS).getUTCFullYear();
  const rest = written[5] ?? '';
  if (written[4]) return { midnight: midnightOf(Number(written[4]), month, Number(written[1])), rest };
  // A day without a year is the nearest on that side of now: in January, "30 Dis" was last year.
  const same = midnightOf(thisYear, month, Number(written[1]));
  const past = same !== null && same + DAY <= now;
  const shift = ahead ? (past ? 1 : 0) : same !== null && same > now ? -1 : 0;
  return { midnight: midnightOf(thisYear + shift, month, Number(written[1])), rest };
}

/**
 * Reads when something happened, in Malaysia time: `14:05`, `1405`, `2.05 ptg`, `semalam 22:10`, `22 Nov 14:05`,
 * `22/11/2026 14:05`, `kini`, `20 min` (ago). Empty words mean now.
 * @param now ms since 1970; a moment more than a minute after it is refused as `future`, never moved to another day.
 */
export function readMalaysiaMoment(text: string, now: number): MomentRead {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === '' || words === 'kini' || words === 'sekarang' || words === 'now') return { ok: true, ms: now };
  const ago = /^-?(\d{1,3})\s*(?:min|minit|minutes?|m)(?:\s+(?:lalu|ago))?$/.exec(words);
  if (ago?.[1]) return { ok: true, ms: now - Number(ago[1]) * MINUTE };
  const ms = momentOf(words, now, false);
  if (ms === null) return { ok: false, why: 'unreadable' };
  return ms > now + MINUTE ? { ok: false, why: 'future' } : { ok: true, ms };
}

/**
 * Reads a moment to come: `16:00`, `esok 09:00`, `24 Nov 09:00`.
 * @param now ms since 1970; a moment at or before it is refused as `past`.
 */
export function readComingMoment(
  text: string,
  now: number,
): { ok: true; ms: number } | { ok: false; why: 'unreadable' | 'past' } {
  const ms = momentOf(text.trim().toLowerCase().replace(/\s+/g, ' '), now, true);
  if (ms === null) return { ok: false, why: 'unreadable' };
  return ms <= now ? { ok: false, why: 'past' } : { ok: true, ms };
}

function momentOf(words: string, now: number, ahead: boolean): number | null {
  const { midnight, rest } = dayOf(words, now, ahead);
  const minutes = minutesOfDay(rest);
  return midnight === null || minutes === null ? null : midnight + minutes * MINUTE;
}
