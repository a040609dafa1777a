import { isKnown } from '#shared/contract/wire/event.ts';
import type { Connection } from './database.ts';
import { type EventRow, selectEvents, toEvent } from './event-rows.ts';

/** Ids of the acts before a supervisor, decided or not, that are on any of these subjects. Reads the log: for rare work. */
export async function heldAbout(tx: Connection, subjects: readonly string[]): Promise<string[]> {
  const rows: EventRow[] = await selectEvents(tx).where('event.type', 'act.held');
  return rows.map(toEvent).flatMap((event) => {
    const named = isKnown(event) && event.type === 'act.held' ? event.payload.subjects : [];
    return named.some(({ id }) => subjects.includes(id)) ? event.subject.id : [];
  });
}
