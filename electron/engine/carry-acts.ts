import { readFileSync, writeFileSync } from 'node:fs';
import { type AnyEvent, eventSchema } from '#shared/contract/wire/event.ts';
import type { EngineLog } from './log.ts';
import { EVENT_STATE, eventsById, eventsInState, insertEvents } from './store/event-rows.ts';
import type { Ledger } from './store/ledger.ts';
import { readMeta, writeMeta } from './store/meta.ts';

/** Files that acts are carried over by, from a store to another or to its copy of before an update. */
export interface Carry {
  exportTo: string | null;
  importFrom: string | null;
}

/** Takes the acts of one file, and writes what central has not accepted to another, as far as either is named. */
export async function carry(ledger: Ledger, { importFrom, exportTo }: Carry, log: EngineLog): Promise<void> {
  if (importFrom !== null) log.info('acts taken from a file', { events: await importActs(ledger, importFrom) });
  if (exportTo !== null) log.info('acts written to a file', { events: await exportActs(ledger, exportTo) });
}

/** Far more than a console holds unsent in any outage. */
const MOST = 1_000_000;

/**
 * S-39: writes every act that central has not accepted as wire events, one a line, as every version of the console reads
 * them: private parts in the clear, so the file is for its owner alone.
 * @returns how many events
 */
async function exportActs(ledger: Ledger, file: string): Promise<number> {
  const stored = await eventsInState(
    ledger.reader,
    [EVENT_STATE.waiting, EVENT_STATE.rejected, EVENT_STATE.held],
    MOST,
  );
  const lines = stored.map(({ event }) => {
    const { sealed: _sealed, seq: _seq, recordedAt: _recordedAt, receipt: _receipt, was: _was, ...written } = event;
    return `${JSON.stringify(written)}\n`;
  });
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return lines.length;
}

/**
 * Takes the acts of such a file into the outbox; those that are here already are left as they are. Another console's are
 * written anew as this one's, in their order.
 * @returns how many events are new here
 * @throws Error naming the first line that is no event; nothing is taken then
 */
async function importActs(ledger: Ledger, file: string): Promise<number> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const events = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));
  return ledger.write(async (db) => {
    const ids = events.map(({ id }) => id);
    const known = new Set((await eventsById(db, ids)).map(({ id }) => id));
    const device = await readMeta(db, 'device');
    let n = (await readMeta(db, 'n')) ?? 0;
    const fresh = events
      .filter(({ id }) => !known.has(id))
      .map((event): AnyEvent => {
        n = event.device === device && event.n > n ? event.n : n + 1;
        return device === undefined ? event : { ...event, device, n };
      });
    await insertEvents(db, fresh, EVENT_STATE.waiting);
    await writeMeta(db, { n });
    return { result: fresh.length, subjects: new Set(fresh.map((event) => event.subject.id)) };
  });
}

function readLine(line: string, number: number): AnyEvent {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    read = null;
  }
  const event = eventSchema.safeParse(read);
  if (!event.success) throw new Error(`line ${number} is no act of a console: nothing was taken`);
  const { seq: _seq, recordedAt: _recordedAt, receipt: _receipt, was: _was, ...written } = event.data;
  return written;
}
