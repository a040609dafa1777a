import type { ClockPolicy } from '#shared/clocks/policies.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import { caseColumns, queueRow } from './case-columns.ts';
import { type Change, noChange } from './change.ts';
import type { Database } from './database.ts';
import { eventsOfSubjects } from './event-rows.ts';
import { foldPerson } from './fold-person.ts';
import { loadCases, loadIncidents } from './folded-rows.ts';
import { upsertRows } from './upsert-rows.ts';

/** What folding needs beside the events. */
export interface FoldContext {
  policies: readonly ClockPolicy[];
  now: number;
}

/** Subjects folded at a time: bounds the memory of a first fill. */
const CHUNK = 1_000;

/**
 * Makes the folded rows of these subjects anew from their events, and the queue rows of every case that looks
 * different by it (those of a touched incident too), inside the caller's transaction.
 */
export async function refold(db: Database, subjects: Iterable<string>, context: FoldContext): Promise<Change> {
  const change = noChange();
  const all = [...new Set(subjects)];
  const cases = new Set<string>();
  const incidents = new Set<string>();
  for (let from = 0; from < all.length; from += CHUNK) {
    const ids = all.slice(from, from + CHUNK);
    const touched = await foldStates(db, ids);
    for (const id of touched.removedCases) change.removes.push(id);
    for (const id of touched.cases) cases.add(id);
    for (const id of touched.incidents) incidents.add(id);
    for (const id of ids) change.subjects.add(id);
  }
  const siblings = await db.all<{ id: string }>(
    'SELECT id FROM case_row WHERE incident IN (SELECT value FROM json_each(?)) ORDER BY incident',
    [JSON.stringify([...incidents])],
  );
  for (const { id } of siblings) cases.add(id);
  const wanted = [...cases];
  for (let from = 0; from < wanted.length; from += CHUNK) {
    change.upserts.push(...(await drawRows(db, wanted.slice(from, from + CHUNK), context)));
  }
  for (const row of change.upserts) change.subjects.add(row.case);
  return change;
}

interface Touched {
  cases: string[];
  removedCases: string[];
  incidents: string[];
}

/** Folds states only; says which cases and incidents then need their rows drawn. */
async function foldStates(db: Database, ids: readonly string[]): Promise<Touched> {
  const bySubject = new Map<string, AnyEvent[]>(ids.map((id) => [id, []]));
  for (const event of await eventsOfSubjects(db, ids)) bySubject.get(event.subject.id)?.push(event);
  const known = await loadCases(db, ids);
  const touched: Touched = { cases: [], removedCases: [], incidents: [] };
  const cases: CaseState[] = [];
  const incidents: IncidentState[] = [];
  const reports: Record<string, string | number>[] = [];
  const people: Record<string, string>[] = [];
  const gone: string[] = [];
  for (const [id, events] of bySubject) {
    const state = foldCase(events);
    const before = known.get(id);
    if (state) {
      cases.push(state);
      touched.cases.push(id);
      // A new case changes how many its incident has, so its siblings are drawn too.
      if (!before) touched.incidents.push(state.incident);
    } else if (before) {
      touched.removedCases.push(id);
      touched.incidents.push(before.incident);
    }
    const incident = state ? null : foldIncident(events);
    if (incident) {
      incidents.push(incident);
      touched.incidents.push(id);
    }
    const report = state || incident ? null : foldReport(events);
    if (report) reports.push({ id, received_at: report.receivedAt, state: canonicalJson(report) });
    const person = state || incident || report ? null : foldPerson(events);
    if (person) people.push({ id, person: canonicalJson(person) });
    if (!state && !incident && !report && !person) gone.push(id);
  }
  for (const table of ['case_row', 'incident_row', 'report_row', 'user_row']) {
    if (gone.length > 0)
      await db.run(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(gone)]);
  }
  await upsertRows(
    db,
    'incident_row',
    incidents.map((one) => ({ id: one.id, number: one.number, label: one.label, state: canonicalJson(one) })),
  );
  await upsertRows(db, 'report_row', reports);
  await upsertRows(db, 'user_row', people);
  // The columns follow in drawRows, when the incident is there too.
  await upsertRows(
    db,
    'case_row',
    cases.map((one) => ({ ...caseColumns(one, null, null, [], 0), state: canonicalJson(one) })),
  );
  return touched;
}

/** Writes columns and queue rows of these cases. */
async function drawRows(db: Database, ids: readonly string[], context: FoldContext) {
  const states = await loadCases(db, ids);
  const incidents = await loadIncidents(db, [...new Set([...states.values()].map((one) => one.incident))]);
  const json = JSON.stringify([...incidents.keys()]);
  const counts = await db.all<{ incident: string; of: number }>(
    'SELECT incident, COUNT(*) AS "of" FROM case_row WHERE incident IN (SELECT value FROM json_each(?)) GROUP BY incident',
    [json],
  );
  const of = new Map(counts.map((row) => [row.incident, row.of]));
  const waiting = await db.all<{ id: string; acts: number }>(
    `SELECT subject_id AS id, COUNT(DISTINCT act) AS acts FROM event WHERE state = 1 AND state <> 0
     AND subject_id IN (SELECT value FROM json_each(?)) GROUP BY subject_id`,
    [JSON.stringify(ids)],
  );
  const unsent = new Map(waiting.map((row) => [row.id, row.acts]));
  const rows = [];
  const drawn = [];
  for (const state of states.values()) {
    const incident = incidents.get(state.incident) ?? null;
    const made = incident
      ? queueRow(state, incident, { of: of.get(incident.id) ?? 1, unsent: unsent.get(state.id) ?? 0, ...context })
      : null;
    if (made) drawn.push(made.row);
    const columns = caseColumns(state, made?.row ?? null, incident, made?.clocks ?? [], context.now);
    rows.push({ ...columns, state: canonicalJson(state), row: made ? JSON.stringify(made.row) : null });
  }
  await upsertRows(db, 'case_row', rows);
  return drawn;
}
