import type { LinkStatus } from '#shared/contract/view/desk.ts';

/** A computer's clock that is off by less does not show in any time on the screen, ms. */
const OFF_MS = 60_000;
/** A start that soon hears central is no news, ms. */
const START_MS = 10_000;

type Told = Pick<LinkStatus, 'link' | 'since' | 'clockOffsetMs' | 'timesSure'>;

/** What is wrong with the time at this desk; `offMs`: corrected − the computer's clock, 0 while that is small. */
export interface ClockTrouble {
  kind: 'guess' | 'off';
  offMs: number;
}

/** What to warn of: times that are estimates, else a computer's clock off by a minute or more. @param now ms since 1970 */
export function clockTrouble(link: Told | null, now: number): ClockTrouble | null {
  if (link === null) return null;
  const offMs = Math.abs(link.clockOffsetMs) > OFF_MS ? link.clockOffsetMs : 0;
  if (link.timesSure === false) {
    return link.link === 'connecting' && now - link.since < START_MS ? null : { kind: 'guess', offMs };
  }
  return offMs === 0 ? null : { kind: 'off', offMs };
}
