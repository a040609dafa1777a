import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** What the computer knows of time; tests pass their own. */
export interface SystemTime {
  /** The computer's own clock, ms since 1970; may be wrong by days. */
  wall(): number;
  /** ms since this boot, also counting sleep; never goes back. */
  monotonic(): number;
  /** Changes with every boot, so that `monotonic` of two runs may be compared. */
  readonly boot: string;
}

/** The real one. */
export function systemTime(): SystemTime {
  return { wall: () => Date.now(), monotonic: finely(() => uptime() * 1_000), boot: bootId() };
}

/** What the system counts since the boot moves on by this much at a time, ms. */
const TICK_MS = 10;

/** Counts on within a tick, by the process's own clock, which stands still in sleep and so may not be trusted for longer. */
function finely(coarse: () => number): () => number {
  let tick = { at: Number.NEGATIVE_INFINITY, seen: 0 };
  return () => {
    const [at, seen] = [coarse(), performance.now()];
    if (at > tick.at) tick = { at, seen };
    return tick.at + Math.min(seen - tick.seen, TICK_MS - 0.001);
  };
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Elsewhere the moment of the boot names it, to the minute: the wall clock may be nudged meanwhile.
    return `boot-${Math.round((Date.now() - uptime() * 1_000) / 60_000)}`;
  }
}
