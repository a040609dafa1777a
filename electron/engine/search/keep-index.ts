import { type EngineLog, reasonOf } from '#engine/log.ts';
import type { Change } from '#engine/store/change.ts';
import { loadRows } from '#engine/store/folded-rows.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { readPrivateWords } from '#engine/store/private-words.ts';
import { TextIndex } from './text-index.ts';
import { wordsOfCase } from './words-of-case.ts';

/** Cases read at a time; between two of them the desk gets its turn. */
const STEP = 100;

export interface KeptIndex {
  readonly index: TextIndex;
  /** Cases yet to be read since the start, or since all changed. */
  left(): number;
  stop(): Promise<void>;
}

/** Reads all cases into an index in memory, the latest last, and follows every commit. */
export function keepIndex(ledger: Ledger, log: EngineLog): KeptIndex {
  const index = new TextIndex();
  let waiting = new Set<string>();
  let all = true;
  let stopped = false;
  let running: Promise<void> | null = null;

  const readSome = async () => {
    const ids: string[] = [];
    for (const id of waiting) {
      if (ids.length === STEP) break;
      ids.push(id);
    }
    for (const id of ids) waiting.delete(id);
    const db = ledger.reader;
    const rows = await loadRows(db, ids);
    const hidden = await readPrivateWords(db, rows);
    for (const row of rows) index.put(row.case, wordsOfCase(row, hidden.get(row.case)));
    const here = new Set(rows.map((row) => row.case));
    for (const id of ids) if (!here.has(id)) index.drop(id);
  };
  const run = async () => {
    while (!stopped && (all || waiting.size > 0)) {
      if (all) {
        all = false;
        const ids = new Set(await caseIds(ledger));
        // What is not here any more, as when another person sits here, is forgotten first of all.
        for (const id of index.ids()) if (!ids.has(id)) index.drop(id);
        // Changes that came meanwhile stay asked for.
        waiting = new Set([...ids, ...waiting]);
      }
      await readSome();
      await new Promise((resolve) => setImmediate(resolve));
    }
    running = null;
  };
  const wake = () => {
    if (stopped || running !== null) return;
    running = run().catch((error: unknown) => {
      running = null;
      // Which of them were read is not known: with the next change all are.
      all = true;
      if (!stopped) log.error('cases could not be read for the search', { reason: reasonOf(error) });
    });
  };
  const forget = ledger.subscribe((change: Change) => {
    if (change.reset) all = true;
    for (const { case: id } of change.upserts) waiting.add(id);
    for (const id of change.removes) {
      index.drop(id);
      // It may be among those that are being read just now.
      waiting.add(id);
    }
    wake();
  });
  wake();
  return {
    index,
    left: () => Math.max(waiting.size, running === null ? 0 : 1),
    async stop() {
      stopped = true;
      forget();
      await running;
    },
  };
}

async function caseIds({ reader }: Ledger): Promise<string[]> {
  const rows = await reader.all<{ id: string }>('SELECT id FROM case_row WHERE row IS NOT NULL ORDER BY received_at');
  return rows.map(({ id }) => id);
}
