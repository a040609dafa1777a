import type { ClockPolicy } from '#shared/clocks/policies.ts';
import type { RuleBook } from '#shared/clocks/rule-book.ts';
import { type Change, noChange } from './change.ts';
import type { Database } from './database.ts';
import { writeMeta } from './meta.ts';
import type { Store } from './open-store.ts';
import { needsRebuild, rebuild } from './rebuild.ts';
import { type FoldContext, refold } from './refold.ts';
import { loadRuleBook } from './rule-rows.ts';
import { takeParts } from './take-parts.ts';

/** What a piece of writing leaves behind: its result and the subjects whose events it added or changed. */
export interface Written<T> {
  result: T;
  subjects: Iterable<string>;
  /** True when rows should be made anew altogether (end of a first fill). */
  everything?: boolean;
  /** True at the end of a first fill whose histories lie packed: rows are made from central's states. */
  parts?: boolean;
}

/** The log and its folded tables, always written together; tells what each commit changed, in the order of commits. */
export interface Ledger {
  readonly reader: Database;
  /** One durable transaction: `work`, then the folds of what it touched. */
  write<T>(work: (db: Database) => Promise<Written<T>>): Promise<T>;
  /** Reads while nothing is written, and says at which revision. */
  picture<T>(read: (db: Database) => Promise<T>): Promise<{ revision: number; value: T }>;
  /** Told after each commit that changed something; `from` → `to` are revisions without a gap. */
  subscribe(listener: (change: Change, from: number, to: number) => void): () => void;
  /** The promises and calendars that clocks are counted by, as of the last commit. */
  rules(): RuleBook;
  /** Whether histories of the first fill still lie packed. */
  isPacked(): boolean;
  /** Writes one packed part's histories where they belong. @returns whether there are others */
  unpackPart(): Promise<boolean>;
  /** Takes what was destroyed off the disk for good: out of the write-ahead log. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the ledger over a store, folding everything anew when another version of the folds wrote it.
 * @param policies those shipped; what people set comes over them from the log
 */
export async function openLedger(store: Store, policies: readonly ClockPolicy[], now: () => number): Promise<Ledger> {
  const listeners = new Set<(change: Change, from: number, to: number) => void>();
  let revision = 1;
  const shipped = (): FoldContext => ({ policies, now: now() });
  if (await needsRebuild(store.reader)) await store.queue.write((db) => rebuild(db, shipped()));
  let rules = await loadRuleBook(store.reader, policies);

  /** Folds what was touched; where rules are among it, once more by them, and every other case in steps afterwards. */
  async function fold(db: Database, subjects: readonly string[]): Promise<{ change: Change; book: RuleBook }> {
    const change = await refold(db, subjects, { ...rules, now: now() });
    if (!change.rules) return { change, book: rules };
    const book = await loadRuleBook(db, policies);
    const again = await refold(db, subjects, { ...book, now: now() });
    await writeMeta(db, { redrawAfter: '' });
    return { change: { ...again, removes: [...new Set([...change.removes, ...again.removes])] }, book };
  }

  const tell = (change: Change) => {
    const changed = change.reset || change.upserts.length > 0 || change.removes.length > 0 || change.subjects.size > 0;
    if (!changed) return;
    const from = revision;
    revision += 1;
    for (const listener of listeners) listener(change, from, revision);
  };
  return {
    reader: store.reader,
    async write(work) {
      const { written } = await store.queue.write(
        async (db) => {
          const written = await work(db);
          const subjects = [...written.subjects];
          if (written.everything) {
            const change = await rebuild(db, shipped());
            return { written, change, book: await loadRuleBook(db, policies) };
          }
          if (written.parts) {
            const change = await takeParts(db, shipped());
            return { written, change, book: await loadRuleBook(db, policies) };
          }
          if (subjects.length === 0) return { written, change: noChange(), book: rules };
          return { written, ...(await fold(db, subjects)) };
        },
        ({ written, change, book }) => {
          rules = book;
          if (written.parts) store.log.packed();
          tell(change);
        },
      );
      return written.result;
    },
    picture: (read) => store.queue.between(async () => ({ value: await read(store.reader), revision })),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    rules: () => rules,
    isPacked: () => store.log.isPacked(),
    unpackPart: () => store.log.step(),
    scrub: () => store.scrub(),
    close: () => store.close(),
  };
}
