import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { Connection } from './database.ts';
import { type EventRow, selectEvents, toEvent } from './event-rows.ts';

/** The first place central ever gave an accepted event. */
const firstPlace = ({ was, seq }: AnyEvent): number => was?.[0]?.seq ?? seq ?? 0;

/**
 * S-26: those of these events, which come back to a restored central, that an erasure in its log covers: it is of their
 * subject, and was first accepted after them. It could not name keys that came with them. Reads the log, where anything was ever erased.
 */
export async function erasedSince<T extends AnyEvent>(tx: Connection, events: readonly T[]): Promise<T[]> {
  if (events.length === 0 || !(await tx('subject_key').whereNull('wrapped').first('id'))) return [];
  const rows: EventRow[] = await selectEvents(tx).where('event.type', 'case.erased');
  const last = new Map<string, number>();
  for (const erasure of rows.map(toEvent)) {
    if (!isKnown(erasure) || erasure.type !== 'case.erased') continue;
    for (const id of erasure.payload.subjects) last.set(id, Math.max(last.get(id) ?? 0, firstPlace(erasure)));
  }
  return events.filter((event) => firstPlace(event) < (last.get(event.subject.id) ?? 0));
}
