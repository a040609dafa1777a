import type { Database } from './database.ts';
import { type LogSession, type Needs, openLogSession, type SessionTools } from './log-session.ts';
import { createSubjectCache } from './subject-cache.ts';

/** A piece of writing: runs inside the shared transaction; may run again alone when a neighbour failed before the commit. */
type Work<T> = (session: LogSession) => Promise<T>;

interface Waiting {
  work: Work<unknown>;
  needs: Needs | undefined;
  done(value: unknown): void;
  failed(error: unknown): void;
}

export interface Writer {
  /**
   * Runs `work` in a transaction and answers after it is durable. Pieces that wait together share one commit.
   * @param needs what the piece will look up, read together with what its neighbours need
   */
  submit<T>(work: Work<T>, needs?: Needs): Promise<T>;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

const MOST_TOGETHER = 200;

/**
 * The one writer of this process: group commit. While one transaction syncs to disk the next pieces gather.
 * @param clock ms since 1970. @param onCommit told the last seq after each commit that moved it.
 */
export function createWriter(
  database: Database,
  tools: SessionTools,
  clock: () => number,
  onCommit: (seq: number) => void,
): Writer {
  const queue: Waiting[] = [];
  const cache = createSubjectCache();
  let running: Promise<void> | null = null;

  async function commit(batch: readonly Waiting[], committing: () => void): Promise<unknown[]> {
    let head = 0;
    let moved = false;
    let subjects: ReturnType<LogSession['subjects']> | null = null;
    const results = await database.writer.transaction(async (tx) => {
      const session = await openLogSession(tx, tools, cache, clock());
      const before = session.head.seq;
      const values: unknown[] = [];
      await session.gather(batch.flatMap(({ needs }) => needs ?? []));
      for (const { work } of batch) values.push(await work(session));
      await session.flush();
      head = session.head.seq;
      moved = head > before;
      subjects = session.subjects();
      if (moved && database.kind === 'postgres') await tx.raw("SELECT pg_notify('prihatin_head', ?)", [String(head)]);
      committing();
      return values;
    });
    if (subjects !== null) cache.keep(subjects, head);
    if (moved) onCommit(head);
    return results;
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    let committing = false;
    try {
      const results = await commit(batch, () => {
        committing = true;
      });
      batch.forEach((one, index) => {
        one.done(results[index]);
      });
    } catch (error) {
      // A commit whose answer was lost may have gone through: whoever asked finds out, by asking again.
      if (batch.length === 1 || committing) for (const one of batch) one.failed(error);
      else for (const one of batch) await settle([one]);
    }
  }

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST_TOGETHER);
      await settle(batch);
    }
    running = null;
  }

  return {
    submit: <T>(work: Work<T>, needs?: Needs) =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, needs, done: (value) => resolve(value as T), failed: reject });
        running ??= Promise.resolve().then(run);
      }),
    idle: async () => {
      while (running !== null) await running;
    },
  };
}
