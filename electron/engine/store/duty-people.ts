import { inOrderOfLog } from '#shared/clocks/rule-book.ts';
import type { DutyView } from '#shared/contract/view/rota.ts';
import type { Database } from './database.ts';
import { eventsById } from './event-rows.ts';
import { loadRules } from './rule-rows.ts';
import { openEvents } from './sealed-events.ts';

/** A span of duty with who is on it, as far as this console can open it. Moments in ms since 1970. */
export type DutyWithPerson = Omit<DutyView, 'mayEdit'>;

/** Who is on duty at a moment (ms since 1970), in the order they were set. */
export function dutiesAt(db: Database, at: number): Promise<DutyWithPerson[]> {
  return dutiesBetween(db, at, at + 1);
}

/** Duties that stand and reach into a stretch of time (ms since 1970), in the order they were set. */
export async function dutiesBetween(db: Database, from: number, to: number): Promise<DutyWithPerson[]> {
  const rules = inOrderOfLog(await loadRules(db, 'rota')).filter(
    (rule) => rule.withdrawnAt === null && rule.from < to && rule.to > from,
  );
  const events = await eventsById(
    db,
    rules.map((rule) => rule.event),
  );
  await openEvents(db, events);
  const told = new Map(events.map((event) => [event.id, event.private]));
  return rules.map(({ id, area, level, from, to, user, event }) => {
    const said = (member: string) => {
      const value = told.get(event)?.[member];
      return typeof value === 'string' && value !== '' ? value : null;
    };
    return {
      id,
      area,
      level,
      from,
      to,
      user,
      name: said('name') ?? '–',
      phone: said('phone'),
      email: said('email'),
    };
  });
}
