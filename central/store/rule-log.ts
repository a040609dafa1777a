import { type RuleBook, ruleBookOf, shippedRules } from '#shared/clocks/rule-book.ts';
import type { RuleState } from '#shared/contract/view/rule-state.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { foldRule } from '#shared/sync/fold-rule.ts';
import type { Connection, Database } from './database.ts';
import { type EventRow, selectEvents, toEvent } from './event-rows.ts';

/** The rules by which this central counts clocks, made from the log: any process reads the same. */
export interface RuleLog {
  /** By all that is known now. */
  now(): Promise<RuleBook>;
  /** By what was known at a seq. */
  at(known: number): Promise<RuleBook>;
}

/** The events of every rule, in the words of the index over them. */
export const OF_RULES = "event.subject_kind IN ('policy', 'calendar', 'rota')";

/** What the events of every rule make that the log held at `known`; names nobody. */
export async function rulesKnown(reader: Connection, known: number): Promise<RuleState[]> {
  const rows: EventRow[] = await selectEvents(reader)
    .whereRaw(OF_RULES)
    .where('event.seq', '<=', known)
    .orderBy('event.seq');
  const histories = new Map<string, AnyEvent[]>();
  for (const row of rows) {
    const event = toEvent(row);
    histories.set(event.subject.id, [...(histories.get(event.subject.id) ?? []), event]);
  }
  return [...histories.values()].flatMap((events) => foldRule(events) ?? []);
}

/** Keeps the rules of the last seq that changed any; asks the log each time whether there is a later one. */
export function createRuleLog(database: Database): RuleLog {
  let kept: { seq: number; book: RuleBook } = { seq: 0, book: shippedRules };
  const lastSeq = async () => {
    const row: { seq?: unknown } | undefined = await database
      .reader('event')
      .whereRaw(OF_RULES)
      .max({ seq: 'event.seq' })
      .first();
    return Number(row?.seq ?? 0);
  };
  return {
    async now() {
      const seq = await lastSeq();
      if (seq !== kept.seq) kept = { seq, book: ruleBookOf(await rulesKnown(database.reader, seq)) };
      return kept.book;
    },
    at: async (known) => ruleBookOf(await rulesKnown(database.reader, known)),
  };
}
