import type { Central } from '#central/create-central.ts';
import { type EventRow, eventJson, selectEvents } from '#central/store/event-rows.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';

/** Central's whole log in order. */
export async function readLog(central: Central): Promise<AnyEvent[]> {
  const rows: EventRow[] = await selectEvents(central.parts.database.reader).orderBy('event.seq');
  return rows.map((row) => JSON.parse(eventJson(row, true)) as AnyEvent);
}
