import type { Database } from './database.ts';
import { type Device, devicesById } from './device-rows.ts';
import { type Account, accountsById } from './user-rows.ts';

/** Looks up accounts and devices for requests as they come. */
export interface Callers {
  account(id: string): Promise<Account | null>;
  device(id: string): Promise<Device | null>;
}

/**
 * Reads afresh for every request, yet in one question for all that wait: while one is under way the next gather. No
 * answer is older than its request.
 */
export function openCallers({ reader, kind }: Database): Callers {
  return {
    account: together((ids) => accountsById(reader, kind, ids)),
    device: together((ids) => devicesById(reader, kind, ids)),
  };
}

interface Asked<T> {
  done(value: T | null): void;
  failed(error: unknown): void;
}

function together<T>(ask: (ids: string[]) => Promise<Map<string, T>>): (id: string) => Promise<T | null> {
  let waiting = new Map<string, Asked<T>[]>();
  let running = false;
  async function run(): Promise<void> {
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      try {
        const found = await ask([...batch.keys()]);
        for (const [id, all] of batch) for (const one of all) one.done(found.get(id) ?? null);
      } catch (error) {
        for (const all of batch.values()) for (const one of all) one.failed(error);
      }
    }
    running = false;
  }
  return (id) =>
    new Promise((done, failed) => {
      const same = waiting.get(id);
      if (same) same.push({ done, failed });
      else waiting.set(id, [{ done, failed }]);
      if (running) return;
      running = true;
      setImmediate(() => void run());
    });
}
