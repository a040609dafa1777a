import { type EngineLog, reasonOf } from '#engine/log.ts';
import type { Timers } from '#engine/time/timers.ts';
import type { Ledger } from './ledger.ts';

/** The desk draws its first picture before that, ms. */
const FIRST_PICTURE_MS = 250;

/**
 * Unpacks what a first fill left packed, part by part, so that others get their turn between two; goes on after a
 * restart where it was.
 * @returns a function that ends it; its promise resolves when nothing runs any more
 */
export function startUnpacking(ledger: Ledger, timers: Timers, log: EngineLog): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> | null = null;
  let forget = () => {};
  const run = async () => {
    while (!stopped && (await ledger.unpackPart())) await new Promise((resolve) => setImmediate(resolve));
  };
  const wake = () => {
    if (stopped || running !== null || !ledger.isPacked()) return;
    forget();
    forget = timers.after(FIRST_PICTURE_MS, () => {
      running = run()
        .catch((error: unknown) => {
          if (!stopped) log.error('the first fill could not be unpacked', { reason: reasonOf(error) });
        })
        .finally(() => {
          running = null;
        });
    });
  };
  const silence = ledger.subscribe((change) => {
    if (change.reset) wake();
  });
  wake();
  return async () => {
    stopped = true;
    silence();
    forget();
    await running;
  };
}
