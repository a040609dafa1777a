import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { Connection } from './database.ts';
import { rawRows } from './raw-rows.ts';

/** Ids of the acts before a supervisor, decided or not, that are on any of these subjects. Reads the whole log: for rare work. */
export async function heldAbout(tx: Connection, subjects: readonly string[]): Promise<string[]> {
  const rows = await rawRows<{ body: string }>(tx, "SELECT body FROM event WHERE type = 'act.held' ORDER BY seq", []);
  return rows.flatMap(({ body }) => {
    const event = JSON.parse(body) as AnyEvent;
    const named = isKnown(event) && event.type === 'act.held' ? event.payload.subjects : [];
    return named.some(({ id }) => subjects.includes(id)) ? event.subject.id : [];
  });
}
