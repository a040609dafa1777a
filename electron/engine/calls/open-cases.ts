import type { EngineContext } from '#engine/engine-context.ts';
import { loadCases } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { numberOfCase } from '#shared/domain/number-of-case.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';

/** Open cases looked at in one go; the desk gets its turn in between. */
const STEP = 200;

/** What the clocks of every open case rest on, its number, its lead and the state it lies in, in the order of their ids. */
export async function eachOpenCase(
  context: EngineContext,
  look: (facts: ClockFacts, number: string, where: { lead: string | null; state: string | null }) => void,
): Promise<void> {
  const db = context.ledger.reader;
  for (let after = ''; ; ) {
    const rows = await db.all<{ id: string }>('SELECT id FROM case_row WHERE open = 1 AND id > ? ORDER BY id LIMIT ?', [
      after,
      STEP,
    ]);
    const last = rows.at(-1);
    if (last === undefined) return;
    const states = await loadCases(
      db,
      rows.map((row) => row.id),
    );
    const shown = await loadShown(db, new Set([...states.values()].map((state) => state.incident)));
    for (const state of states.values()) {
      const incident = shown.get(state.incident)?.incident;
      if (incident !== undefined)
        look(clockFacts(state, incident), numberOfCase(state), {
          lead: state.lead,
          state: incident.place?.state ?? null,
        });
    }
    after = last.id;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
