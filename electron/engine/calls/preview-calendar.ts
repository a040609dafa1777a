import type { EngineContext } from '#engine/engine-context.ts';
import { loadRules } from '#engine/store/rule-rows.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { countMoved, firstMoved, type Moved, sideOf } from '#shared/clocks/preview-move.ts';
import { ruleBookOf } from '#shared/clocks/rule-book.ts';
import type { CalendarChange, CalendarPreviewView } from '#shared/contract/view/calendar.ts';
import type { CalendarRule } from '#shared/contract/view/rule-state.ts';
import { eachOpenCase } from './open-cases.ts';

/** Cases a preview names. */
const NAMED = 8;

/** What lines of the calendars would do to the clocks that run now. Nothing is recorded. */
export async function previewCalendar(context: EngineContext, change: CalendarChange): Promise<CalendarPreviewView> {
  const now = context.clock.now();
  const gone = new Set([...(change.withdraw ?? []), ...change.entries.flatMap(({ id }) => id ?? [])]);
  const rules = (await loadRules(context.ledger.reader, 'calendar')).filter(({ id }) => !gone.has(id));
  const supposed = change.entries.map(
    ({ entry }, at): CalendarRule => ({
      id: `supposed-${at}`,
      kind: 'calendar',
      entry,
      event: '',
      actor: '',
      setAt: now,
      withdrawnAt: null,
      seq: 0,
      at: `\uffff${String(at).padStart(4, '0')}`,
    }),
  );
  const { policies, calendars } = context.ledger.rules();
  const after = ruleBookOf([...rules, ...supposed]).calendars;
  const found: (Moved & { number: string; key: string })[] = [];
  let cases = 0;
  await eachOpenCase(context, (facts, number) => {
    cases += 1;
    const then = new Map(clocksOf(facts, policies, now, after).map((clock) => [clock.id, clock]));
    for (const clock of clocksOf(facts, policies, now, calendars)) {
      const is = then.get(clock.id);
      if (clock.stoppedAt !== null || is === undefined) continue;
      found.push({ number, key: clock.key, before: sideOf(clock), after: sideOf(is) });
    }
  });
  return {
    cases,
    ...countMoved(found),
    first: firstMoved(found, NAMED).map(({ number, key, before, after }) => ({
      number,
      key,
      before: before.due,
      after: after.due,
    })),
  };
}
