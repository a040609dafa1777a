import type { Central } from '#central/create-central.ts';
import { type EventRow, selectEvents, toEvent } from '#central/store/event-rows.ts';
import { openEvents } from '#central/store/open-events.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';

/** Central's whole log in order, private parts opened. */
export async function readLog(central: Central): Promise<AnyEvent[]> {
  const { database, vault } = central.parts;
  const rows: EventRow[] = await selectEvents(database.reader).orderBy('event.seq');
  const events = rows.map(toEvent);
  await openEvents(database.reader, database.kind, vault, events);
  return events;
}
