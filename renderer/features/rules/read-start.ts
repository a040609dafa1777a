import { readComingMoment } from '#shared/kit/read-malaysia-moment.ts';

/** A clock in a form stands still while somebody types; ms. */
const SLACK_MS = 15 * 60_000;

/** Reads from or until when something holds, as typed: a moment to come, or just now. @param now ms since 1970 */
export function readStart(text: string, now: number): ReturnType<typeof readComingMoment> {
  return readComingMoment(text, now - SLACK_MS);
}
