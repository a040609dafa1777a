import { planCases } from '#central/notify/plan-cases.ts';
import type { Parts } from '#central/parts.ts';
import { casesById } from '#central/store/case-queries.ts';
import { shownById } from '#central/store/fusions.ts';
import type { OutboxRow } from '#central/store/outbox-rows.ts';
import type { ClockInstance } from '#shared/clocks/clock-instance.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';

/** Every clock of every case as central knows it. @param now ms since 1970 */
export async function clocksAtCentral(parts: Parts, now: number): Promise<Map<string, ClockInstance>> {
  const { database } = parts;
  const rows: { id: string }[] = await database.reader('case_row').select('id').orderBy('id');
  const stored = await casesById(
    database,
    rows.map(({ id }) => id),
  );
  const shown = await shownById(database, [...new Set(stored.map(({ state }) => state.incident))]);
  const { policies, calendars } = await parts.rules.now();
  const all = stored.flatMap(({ state }) => {
    const incident = shown.get(state.incident)?.incident;
    return incident === undefined ? [] : clocksOf(clockFacts(state, incident), policies, now, calendars);
  });
  return new Map(all.map((clock) => [clock.id, clock]));
}

export function outbox(parts: Parts): Promise<OutboxRow[]> {
  return parts.database.reader('outbox').select('*');
}

/** What a look at every case would change that the looks at some did not. Empty when nothing was missed. */
export async function missedAtCentral(parts: Parts, now: number): Promise<string[]> {
  const rows: { id: string }[] = await parts.database.reader('case_row').select('id');
  const state: { since: number | null } | undefined = await parts.database.reader('notify_state').first();
  const known = await outbox(parts);
  const plan = await planCases(
    parts,
    rows.map(({ id }) => id),
    { channels: ['mail', 'webhook'], since: state?.since ?? now, now, quietUntil: () => 0 },
  );
  // Whoever was told a later share already, as by a clock that ran ahead for a while, is not told an earlier one.
  const told = (call: (typeof plan.add)[number]) =>
    known.some(
      (row) =>
        row.channel === call.channel &&
        row.clock === call.clock &&
        row.level === call.level &&
        row.due === call.due &&
        row.percent >= call.percent,
    );
  return [
    ...plan.add.filter((call) => !told(call)).map(({ id }) => `lost: ${id} was never put in`),
    ...plan.withdraw.map(({ row }) => `ghost: ${row.id} stands in the outbox and holds no more`),
  ];
}
