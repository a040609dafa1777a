import { formatMoment, formatTime, formatWeekday } from '#shared/text/format.ts';
import type { Lang } from '#shared/text/lang.ts';

const DAY_MS = 86_400_000;
/** A moment of the coming week where there is room for ten letters: `14:05`, `esok 12:00`; English says `Tue 12:00`. */
export function narrowMoment(lang: Lang, ms: number, now: number): string {
  const whole = formatMoment(lang, ms, now);
  const soon = ms > now && ms < now + 6 * DAY_MS;
  return lang === 'en' && whole.length > 10 && soon ? `${formatWeekday(lang, ms)} ${formatTime(ms)}` : whole;
}
