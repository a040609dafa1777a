import type { Database } from '#central/store/database.ts';
import { type EventRow, selectEvents, toEvent } from '#central/store/event-rows.ts';
import { openEvents } from '#central/store/open-events.ts';
import { OF_RULES } from '#central/store/rule-log.ts';
import type { Vault } from '#central/store/vault.ts';
import { isKnown, type KnownEvent } from '#shared/contract/wire/event.ts';
import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import type { Scope } from '#shared/domain/person-role.ts';

/** One span of duty and how to reach who is on it; moments in ms since 1970. */
export interface ReachableDuty {
  id: string;
  area: Scope;
  level: RotaLevel;
  from: number;
  to: number;
  email: string | null;
}

/** The rota as it stands, in the order it was set. */
export interface Duties {
  list(now: number): Promise<readonly ReachableDuty[]>;
}

/** So long after its end a duty is remembered: words that take a call back go to whoever was called. */
const REMEMBERED_MS = 7 * 86_400_000;

/** Reads the rota from the log, each time only what is new. */
export function createDuties(database: Database, vault: Vault): Duties {
  const known = new Map<string, ReachableDuty>();
  let seq = 0;

  function take(event: KnownEvent): void {
    const { id } = event.subject;
    if (event.type === 'rota.withdrawn') known.delete(id);
    if (event.type !== 'rota.set') return;
    const { area, level, from, to } = event.payload;
    known.delete(id); // set again it comes last
    const email = event.private?.email ?? null;
    known.set(id, { id, area, level, from: Date.parse(from), to: Date.parse(to), email: email === '' ? null : email });
  }

  return {
    async list(now) {
      const rows: EventRow[] = await selectEvents(database.reader)
        .whereRaw(OF_RULES)
        .where('event.seq', '>', seq)
        .orderBy('event.seq');
      const events = rows.map(toEvent);
      await openEvents(database.reader, database.kind, vault, events);
      for (const event of events) if (isKnown(event)) take(event);
      seq = rows.at(-1)?.seq ?? seq;
      for (const [id, duty] of known) if (duty.to < now - REMEMBERED_MS) known.delete(id);
      return [...known.values()];
    },
  };
}
