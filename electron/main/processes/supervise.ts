import type { UtilityProcess } from 'electron';
import type { Log } from '#main/log.ts';
import { createBackoff } from './backoff.ts';

export interface Supervised {
  /** The process that runs now, or null between two lives. */
  current(): UtilityProcess | null;
  /**
   * Ends it for good, by `ask` or else by SIGTERM; resolves when it is gone, killed hard after three seconds.
   */
  stop(ask?: (child: UtilityProcess) => void): Promise<void>;
}

/** Keeps a child process alive: started at once and again, with a growing pause, whenever it dies unasked. */
export function supervise(name: string, log: Log, start: () => UtilityProcess): Supervised {
  const backoff = createBackoff(() => performance.now());
  let child: UtilityProcess | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  const live = () => {
    const startedAt = performance.now();
    const mine = start();
    child = mine;
    mine.once('exit', (code) => {
      child = null;
      if (stopping) return;
      const wait = backoff.waitAfter(startedAt);
      log.error(`${name} process ended, starting it again`, { code, waitMs: wait });
      timer = setTimeout(live, wait);
    });
  };
  live();
  return {
    current: () => child,
    stop: (ask = (mine) => mine.kill()) =>
      new Promise((resolve) => {
        stopping = true;
        clearTimeout(timer);
        const mine = child;
        if (mine === null) return resolve();
        const hard = setTimeout(() => mine.pid !== undefined && process.kill(mine.pid, 'SIGKILL'), 3_000);
        mine.once('exit', () => {
          clearTimeout(hard);
          resolve();
        });
        ask(mine);
      }),
  };
}
