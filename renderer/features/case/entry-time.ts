import type { Say } from '#renderer/ui/use-say.ts';
import type { TimelineEntry } from '#shared/contract/view/case-detail.ts';
import { formatMoment } from '#shared/text/format.ts';

type Timed = Pick<TimelineEntry, 'certain' | 'notBefore' | 'notAfter' | 'setBy' | 'at'>;

/** What a record says of its own time: nothing while it is sure, both bounds of an estimate, or who set it. */
export function timeMark(entry: Timed, say: Say, now: number): string | null {
  if (entry.setBy !== undefined) return say('time.was-set', { who: entry.setBy });
  if (entry.certain) return null;
  const to = formatMoment(say.lang, latest(entry, now), now);
  if (entry.notBefore === undefined) return say('time.until', { to });
  return say('time.between', { from: formatMoment(say.lang, entry.notBefore, now), to });
}

/** The bounds as a hint for setting it; null where a supervisor set it before and they are no longer told. */
export function boundsWords(entry: Timed, say: Say, now: number): string | null {
  if (entry.certain) return null;
  const to = formatMoment(say.lang, latest(entry, now), now);
  if (entry.notBefore === undefined) return say('time.set.until', { to });
  return say('time.set.bounds', { from: formatMoment(say.lang, entry.notBefore, now), to });
}

/** True where a moment, ms since 1970, lies outside what is known. */
export function isBeyond({ notBefore, notAfter }: Timed, ms: number): boolean {
  return ms < (notBefore ?? Number.NEGATIVE_INFINITY) || ms > (notAfter ?? Number.POSITIVE_INFINITY);
}

/** What central has not received yet was before now. */
function latest({ notAfter, at }: Timed, now: number): number {
  return notAfter ?? Math.max(at, now);
}
