import type { SystemTime } from './system-time.ts';

/** Central's time as last heard, tied to this boot's monotonic clock. Kept in the store. */
export interface TimeAnchor {
  centralMs: number;
  monotonicMs: number;
  boot: string;
}

/**
 * What is taken for the time in a boot in which central was not heard: the computer's clock as it was first seen, never
 * before what is sure, running on by the monotonic clock alone. Kept in the store, so that a boot has one guess.
 */
export interface TimeGuess {
  ms: number;
  /** The latest moment that was sure to have passed when the guess was made; null when nothing was ever heard. */
  sureMs: number | null;
  monotonicMs: number;
  boot: string;
}

/** What the store kept of the time; `lastSeenMs` is the latest moment that was ever sure to have passed. */
export interface KeptTime {
  anchor: TimeAnchor | null;
  guess: TimeGuess | null;
  lastSeenMs: number | null;
}

/** The engine's one clock: central's last time plus what passed since, whatever the computer's own clock says. */
export interface CorrectedClock {
  /** Whole ms since 1970. Never goes back within one run, but once where central ends a guess that was too late. */
  now(): number;
  /** False while central's time was not heard in this boot: moments are then estimates. */
  certain(): boolean;
  /** The latest moment that is sure to have passed, whole ms since 1970; null when nothing was ever heard. */
  sure(): number | null;
  /** The guess this boot runs on, or null once central was heard. */
  guess(): TimeGuess | null;
  /** corrected − the computer's clock, ms. */
  offsetMs(): number;
  /**
   * Takes a `now` that central sent. The reply was under way for about half of the round trip.
   * @param sentMono monotonic ms when the request left @param gotMono when the reply came
   * @returns the anchor to keep
   */
  heard(centralMs: number, sentMono: number, gotMono: number): TimeAnchor;
}

/** Makes the clock of this boot from what earlier runs kept. */
export function createCorrectedClock(time: SystemTime, kept: KeptTime): CorrectedClock {
  let base = kept.anchor !== null && kept.anchor.boot === time.boot ? kept.anchor : null;
  let guess = base === null ? guessOf(time, kept) : null;
  let last = 0;
  const since = (monotonicMs: number) => time.monotonic() - monotonicMs;
  const reading = () => {
    if (base !== null) return base.centralMs + since(base.monotonicMs);
    return guess === null ? time.wall() : guess.ms + since(guess.monotonicMs);
  };
  const now = () => {
    last = Math.max(last, Math.floor(reading()));
    return last;
  };
  return {
    now,
    certain: () => base !== null,
    sure() {
      if (base !== null) return Math.floor(base.centralMs + since(base.monotonicMs));
      if (guess === null || guess.sureMs === null) return null;
      return Math.floor(guess.sureMs + since(guess.monotonicMs));
    },
    guess: () => guess,
    offsetMs: () => Math.round(reading() - time.wall()),
    heard(centralMs, sentMono, gotMono) {
      // A guess may have been too late by days; waiting for the truth to catch up with it would stop all clocks.
      if (base === null) last = 0;
      guess = null;
      // A slow reply says less than a running anchor: it only counts when it must (none yet) or the trip was short.
      if (base === null || gotMono - sentMono < 2_000) {
        base = { centralMs: centralMs + (gotMono - sentMono) / 2, monotonicMs: gotMono, boot: time.boot };
      }
      return base;
    },
  };
}

/**
 * The kept guess goes on in its own boot. A new one begins at the computer's clock, which later jumps do not move, and
 * counts what is sure from now on: how long this boot has lasted before says nothing where the store was just copied here.
 */
function guessOf(time: SystemTime, { anchor, guess, lastSeenMs }: KeptTime): TimeGuess {
  if (guess !== null && guess.boot === time.boot) return guess;
  const seen = Math.max(lastSeenMs ?? 0, anchor?.centralMs ?? 0);
  const sureMs = seen > 0 ? Math.floor(seen) : null;
  return { ms: Math.max(time.wall(), sureMs ?? 0), sureMs, monotonicMs: time.monotonic(), boot: time.boot };
}

/** By how much a guess was wrong, ms to add to its moments. Both of one boot, so it is the same for all of them. */
export function errorOf(guess: TimeGuess, anchor: TimeAnchor): number {
  return anchor.centralMs - anchor.monotonicMs - (guess.ms - guess.monotonicMs);
}
