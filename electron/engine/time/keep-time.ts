import { type EngineLog, reasonOf } from '#engine/log.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { writeMeta } from '#engine/store/meta.ts';
import type { LinkBoard } from '#engine/sync/link-board.ts';
import type { CorrectedClock } from './corrected-clock.ts';
import type { Timers } from './timers.ts';

/** How often the computer's clock is looked at: windows show times by it and the offset. */
const LOOK_MS = 5_000;
/** How often what is sure of the time is kept between acts, which keep it too. */
const KEEP_MS = 60_000;
/** A smaller move of the computer's clock is not worth telling. */
const MOVED_MS = 250;

interface Keeping {
  ledger: Ledger;
  clock: CorrectedClock;
  link: LinkBoard;
  timers: Timers;
  log: EngineLog;
}

/**
 * Follows the computer's clock while the engine runs, so that no window shows a wrong time after it jumped, and keeps
 * the latest sure moment, which bounds the times of a boot without central. @returns a function that ends it
 */
export function keepTime({ ledger, clock, link, timers, log }: Keeping): () => void {
  let stopped = false;
  let kept = clock.sure() ?? 0;
  let forget = () => {};
  const tell = () => {
    const offset = clock.offsetMs();
    const moved = Math.abs(offset - link.status().clockOffsetMs) > MOVED_MS;
    link.set({ ...(moved ? { clockOffsetMs: offset } : {}), timesSure: clock.certain() });
  };
  const keep = async () => {
    const sure = clock.sure();
    if (sure === null || sure - kept < KEEP_MS) return;
    kept = sure;
    await ledger.write(async (db) => ({ result: await writeMeta(db, { lastSeenMs: sure }), subjects: [] }));
  };
  const look = () => {
    forget = timers.after(LOOK_MS, look);
    tell();
    void keep().catch((error: unknown) => {
      if (!stopped) log.error('the time could not be kept', { reason: reasonOf(error) });
    });
  };
  forget = timers.after(LOOK_MS, look);
  return () => {
    stopped = true;
    forget();
  };
}
