import type { Say } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { formatKm, formatMoment } from '#shared/text/format.ts';

/** Reasons that say where an office stands better than a distance alone. */
const TELLING: readonly string[] = ['candidate.heirs', 'candidate.state-office'];

/** What speaks for an office, in words, wherever it is offered: suggested, leads now, how far or whose office, load. */
export function branchFacts(candidate: Candidate, lead: string | null, say: Say): string[] {
  const { km, reason, active, late } = candidate;
  const where = TELLING.includes(reason.key) ? say.ref(reason) : km === null ? null : formatKm(km);
  return [
    candidate.suggested ? say('assign.suggested') : null,
    candidate.branch === lead ? say('assign.current') : null,
    where,
    say('assign.active', { n: active }),
    late > 0 ? say('assign.late', { n: late }) : null,
  ].filter((one) => one !== null);
}

/**
 * What to know before a case goes there: that it declined, and when; that nobody is on duty.
 * @param now ms since 1970 @param known who is on duty there, for an office the engine said nothing of
 */
export function branchCautions(
  candidate: Candidate | null,
  say: Say,
  now: number,
  known?: readonly string[],
): string[] {
  if (candidate !== null && candidate.refused !== null) return [];
  const declinedAt = candidate?.declinedAt;
  const duty = candidate?.duty ?? known;
  return [
    ...(declinedAt === undefined ? [] : [say('assign.declined', { at: formatMoment(say.lang, declinedAt, now) })]),
    ...(duty?.length === 0 ? [say('assign.nobody')] : []),
  ];
}
