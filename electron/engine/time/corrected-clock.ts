import type { SystemTime } from './system-time.ts';

/** Central's time as last heard, tied to this boot's monotonic clock. Kept in the store. */
export interface TimeAnchor {
  centralMs: number;
  monotonicMs: number;
  boot: string;
}

/** The engine's one clock: central's last time plus what passed since, whatever the computer's own clock says. */
export interface CorrectedClock {
  /** Whole ms since 1970. Never goes back within one run. */
  now(): number;
  /** False while central's time was not heard in this boot: moments are then estimates. */
  certain(): boolean;
  /** corrected − the computer's clock, ms. */
  offsetMs(): number;
  /**
   * Takes a `now` that central sent. The reply was under way for about half of the round trip.
   * @param sentMono monotonic ms when the request left @param gotMono when the reply came
   * @returns the anchor to keep
   */
  heard(centralMs: number, sentMono: number, gotMono: number): TimeAnchor;
}

/**
 * Makes the clock. After a reboot without central its times are estimates, bounded below by the last time seen.
 * @param anchor what the store kept, or null @param lastSeenMs the latest moment any event or central told of
 */
export function createCorrectedClock(time: SystemTime, anchor: TimeAnchor | null, lastSeenMs: number): CorrectedClock {
  let base = anchor !== null && anchor.boot === time.boot ? anchor : null;
  let last = 0;
  const reading = () =>
    base === null ? Math.max(time.wall(), lastSeenMs) : base.centralMs + (time.monotonic() - base.monotonicMs);
  return {
    now() {
      last = Math.max(last, Math.floor(reading()));
      return last;
    },
    certain: () => base !== null,
    offsetMs: () => Math.round(reading() - time.wall()),
    heard(centralMs, sentMono, gotMono) {
      // A slow reply says less than a running anchor: it only counts when it must (none yet) or the trip was short.
      if (base === null || gotMono - sentMono < 2_000) {
        base = { centralMs: centralMs + (gotMono - sentMono) / 2, monotonicMs: gotMono, boot: time.boot };
      }
      return base;
    },
  };
}
