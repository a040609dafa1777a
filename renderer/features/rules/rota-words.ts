import type { Say } from '#renderer/ui/use-say.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { formatDayMonth, formatTime, formatWeekday } from '#shared/text/format.ts';

const DAY_MS = 86_400_000;

/** `Isn 23 Nov 17:00 – Sel 24 Nov 08:00`, within a day and a half the second without its day. */
export function spanInWords(say: Say, { from, to }: { from: number; to: number }): string {
  const day = (ms: number) => `${formatWeekday(say.lang, ms)} ${formatDayMonth(say.lang, ms)}`;
  const end = to - from > DAY_MS ? `${day(to)} ${formatTime(to)}` : formatTime(to);
  return `${day(from)} ${formatTime(from)}–${end}`;
}

/** `17:00–08:00`. */
export function hoursInWords({ from, to }: { from: number; to: number }): string {
  return `${formatTime(from)}–${formatTime(to)}`;
}

/** An area by its code or name. */
export function areaInWords(say: Say, area: Scope): string {
  if (area.kind === 'hq') return say('rota.area.hq');
  return area.kind === 'state' ? area.state : area.branch;
}
