import type { Database } from '#engine/store/database.ts';
import { loadCases, loadPeople } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import { type Alarm, alarmOf, nextAlarmAt } from '#shared/clocks/alarms/alarm.ts';
import { type Heard, heardBy } from '#shared/clocks/alarms/heard-by.ts';
import type { Calendars } from '#shared/clocks/calendar/calendars.ts';
import type { ClockInstance } from '#shared/clocks/clock-instance.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import type { ClockPolicy } from '#shared/clocks/policies.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { numberOfCase } from '#shared/domain/number-of-case.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';

/** The alarms one case stands in, and what they were made of. */
export interface CaseAlarms {
  case: string;
  number: string;
  lead: string | null;
  clocks: readonly ClockInstance[];
  alarms: readonly { alarm: Alarm; heard: { by: string; at: number } | null }[];
  /** When to look again, ms since 1970; null: not before something happens. */
  next: number | null;
}

/** By what clocks are counted. */
export interface Rules {
  policies: readonly ClockPolicy[];
  calendars: Calendars;
}

/** The alarms of these cases at `now` (ms since 1970); those that are not here are left out. */
export async function standingAlarms(
  db: Database,
  ids: readonly string[],
  { policies, calendars }: Rules,
  now: number,
): Promise<CaseAlarms[]> {
  const cases = [...(await loadCases(db, ids)).values()];
  const shown = await loadShown(
    db,
    cases.map((state) => state.incident),
  );
  const made = cases.map((state) => {
    const incident = shown.get(state.incident)?.incident;
    const clocks = incident ? clocksOf(clockFacts(state, incident), policies, now, calendars) : [];
    return { state, clocks, alarms: clocks.flatMap((clock) => alarmOf(clock, now) ?? []) };
  });
  const told = made.filter(({ alarms }) => alarms.length > 0).map(({ state }) => state);
  const heard = await acknowledgements(db, told);
  const people = await loadPeople(db, [...new Set([...heard.values()].flat().map(({ by }) => by))]);
  return made.map(({ state, clocks, alarms }) => ({
    case: state.id,
    number: numberOfCase(state),
    lead: state.lead,
    clocks,
    alarms: alarms.map((alarm) => {
      const first = heardBy(alarm, heard.get(state.id) ?? []);
      return { alarm, heard: first && { by: people.get(first.by)?.name ?? first.by, at: first.at } };
    }),
    next: nextAlarmAt(clocks, now),
  }));
}

/**
 * What was acknowledged on these cases, here or on a console that central told us of; what was refused or taken back is
 * not.
 */
async function acknowledgements(
  db: Database,
  cases: readonly Pick<CaseState, 'id' | 'undone'>[],
): Promise<Map<string, Heard[]>> {
  const byCase = new Map<string, Heard[]>();
  if (cases.length === 0) return byCase;
  const rows = await db.all<{ body: string }>(
    `SELECT body FROM event INDEXED BY event_by_subject WHERE subject_id IN (SELECT value FROM json_each(?))
       AND type = 'case.alarm-acknowledged' AND state IN (0, 1)`,
    [JSON.stringify(cases.map(({ id }) => id))],
  );
  const undone = new Set(cases.flatMap((one) => one.undone));
  for (const { body } of rows) {
    const event = JSON.parse(body) as AnyEvent;
    if (undone.has(event.act)) continue;
    const { clock, policy, fraction, due } = event.payload as { [K in keyof Heard]: unknown };
    if (typeof clock !== 'string' || typeof policy !== 'string' || typeof fraction !== 'number') continue;
    const one = { clock, policy, fraction, due: Date.parse(String(due)) };
    const heard = { ...one, event: event.id, by: event.actor, at: Date.parse(event.happenedAt) };
    byCase.set(event.subject.id, [...(byCase.get(event.subject.id) ?? []), heard]);
  }
  return byCase;
}
