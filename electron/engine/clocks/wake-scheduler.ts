import { type EngineLog, reasonOf } from '#engine/log.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import type { Timers } from '#engine/time/timers.ts';

const LONGEST_WAIT_MS = 3_600_000;

/**
 * Draws rows anew at the moments at which they change without an event (a pause that ends by itself). Windows know
 * urgency from the clocks they hold, so nothing else needs a timer; the index over `wake_at` is the heap.
 * @returns a function that ends it
 */
export function startWakeScheduler(ledger: Ledger, now: () => number, timers: Timers, log: EngineLog): () => void {
  let forget = () => {};
  let stopped = false;

  const arm = async () => {
    const next = await ledger.reader.get<{ at: number | null }>(
      'SELECT MIN(wake_at) AS at FROM case_row WHERE wake_at IS NOT NULL',
    );
    if (stopped) return;
    forget();
    if (next?.at == null) return;
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(0, next.at - now()) + 1);
    forget = timers.after(wait, () => void wake().catch(failed));
  };
  const wake = async () => {
    const due = await ledger.reader.all<{ id: string }>('SELECT id FROM case_row WHERE wake_at <= ?', [now()]);
    if (due.length > 0) await ledger.write(async () => ({ result: undefined, subjects: due.map((row) => row.id) }));
    else await arm();
  };
  const failed = (error: unknown) => {
    if (!stopped) log.error('a wake-up failed', { reason: reasonOf(error) });
  };
  const unsubscribe = ledger.subscribe(() => void arm().catch(failed));
  void arm().catch(failed);
  return () => {
    stopped = true;
    unsubscribe();
    forget();
  };
}
