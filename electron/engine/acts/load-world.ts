import type { Database } from '#engine/store/database.ts';
import { EVENT_STATE, eventsOfAct, eventsOfSubjects } from '#engine/store/event-rows.ts';
import { loadCases, loadIncidents } from '#engine/store/folded-rows.ts';
import { loadHeld } from '#engine/store/held-rows.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { branchByCode, stateOfBranch } from '#shared/geo/branches.ts';
import type { Geography } from '#shared/geo/geography.ts';
import type { ActWorld } from '#shared/sync/act-world.ts';
import { readReport, suggestBranch } from './report-reading.ts';

/** What an act's plan needs beside the store. */
export interface WorldParts {
  geography: Geography;
  now: () => number;
  newId: () => string;
  nextLabel: () => string;
  who: Person | null;
}

/** Reads from the store all that planning this act can ask for, so that planning itself is pure and synchronous. */
export async function loadWorld(db: Database, act: Act, parts: WorldParts): Promise<ActWorld> {
  const past = await pastAct(db, act);
  const stored = past === null ? [] : await eventsOfAct(db, past);
  const actEvents = stored.filter((one) => one.state <= EVENT_STATE.waiting).map((one) => one.event);
  const ids = new Set(actEvents.filter((event) => event.subject.kind === 'case').map((event) => event.subject.id));
  if ('cases' in act) for (const id of act.cases) ids.add(id);
  if ('case' in act) ids.add(act.case);
  if ('moves' in act) for (const move of act.moves ?? []) ids.add(move.case);
  if (act.kind === 'acknowledge-alarm') for (const alarm of act.alarms) ids.add(alarm.case);
  if ('subject' in act && act.subject.kind === 'case') ids.add(act.subject.id);
  const cases = await loadCases(db, [...ids]);
  const wanted = new Set([...cases.values()].map((state) => state.incident));
  if ('incident' in act) wanted.add(act.incident);
  if ('incidents' in act) for (const id of act.incidents) wanted.add(id);
  if ('subject' in act && act.subject.kind === 'incident') wanted.add(act.subject.id);
  for (const event of actEvents) if (event.subject.kind === 'incident') wanted.add(event.subject.id);
  const incidents = await loadIncidents(db, [...wanted]);
  const rules = rulesMeant(act);
  const histories =
    past === null && rules.length === 0 ? [] : await eventsOfSubjects(db, [...ids, ...wanted, ...rules]);
  const command =
    past === null
      ? undefined
      : await db.get<{ at: number }>(`SELECT at FROM command WHERE answer ->> '$.act' = ?`, [past]);
  const held = 'held' in act ? await loadHeld(db, act.held) : null;
  return {
    case: (id) => cases.get(id) ?? null,
    incident: (id) => incidents.get(id) ?? null,
    madeAt: (id) => (id === past ? (command?.at ?? null) : null),
    held: (id) => (held?.id === id ? held : null),
    actEvents: (id) => (id === past ? actEvents : []),
    eventsOf: (id) => histories.filter((event) => event.subject.id === id),
    branchExists: (code) => branchByCode(code) !== undefined,
    stateOfBranch,
    suggest: (place) => suggestBranch(parts.geography, place),
    readReport: (text, place) => readReport(parts.geography, text, place),
    now: parts.now,
    nextLabel: parts.nextLabel,
    newId: parts.newId,
    who: parts.who,
  };
}

/** Subjects of the rules that this act puts others in place of, or takes off. */
function rulesMeant(act: Act): string[] {
  if (act.kind === 'set-policy') return act.withdraw === undefined ? [] : [act.withdraw];
  if (act.kind === 'withdraw-policy') return [act.policy];
  if (act.kind !== 'set-calendar' && act.kind !== 'set-rota') return [];
  const lines = act.kind === 'set-calendar' ? act.entries : act.duties;
  return [...lines.flatMap(({ id }) => id ?? []), ...(act.withdraw ?? [])];
}

/** The act that this one looks back on: which it takes back, brings back from, or dates; null for any other. */
async function pastAct(db: Database, act: Act): Promise<string | null> {
  if (act.kind === 'undo' || act.kind === 'reverse') return act.act;
  if (act.kind !== 'set-time') return null;
  const found = await db.get<{ act: string }>('SELECT act FROM event WHERE id = ?', [act.event]);
  return found?.act ?? null;
}
