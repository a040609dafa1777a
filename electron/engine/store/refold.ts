import type { ClockPolicy } from '#shared/clocks/policies.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldHeld } from '#shared/sync/fold-held.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import { orderCases, type ShownIncident } from '#shared/sync/shown-incidents.ts';
import { withoutPersons } from '#shared/sync/without-persons.ts';
import { caseColumns, queueRow } from './case-columns.ts';
import { type Change, noChange } from './change.ts';
import type { Database, SqlValue } from './database.ts';
import { eventsOfSubjects } from './event-rows.ts';
import { foldPerson } from './fold-person.ts';
import { loadCases } from './folded-rows.ts';
import { joinedWith, loadShown, writeLinks } from './fusions.ts';
import { upsertRows } from './upsert-rows.ts';

/** What folding needs beside the events. */
export interface FoldContext {
  policies: readonly ClockPolicy[];
  now: number;
}

/** Subjects folded at a time: bounds the memory of a first fill, and what is kept no longer is cheapest to let go. */
const CHUNK = 200;

/**
 * Makes the folded rows of these subjects anew from their events, and the queue rows of every case that looks
 * different by it (those of a touched incident too, and of all that are or were joined with it), inside the caller's
 * transaction. S-24: what they keep holds nothing of a private part; who shows people folds them from the opened log.
 */
export async function refold(db: Database, subjects: Iterable<string>, context: FoldContext): Promise<Change> {
  const change = noChange();
  const drawn = new Map<string, QueueRow>();
  const all = [...new Set(subjects)];
  const read = (from: number) => {
    const ids = all.slice(from, from + CHUNK);
    const events = eventsOfSubjects(db, ids);
    events.catch(() => {});
    return { ids, events };
  };
  let next = read(0);
  for (let from = 0; from < all.length; from += CHUNK) {
    const { ids, events } = next;
    const found = await events;
    // Folding writes nothing that this reads: the next chunk is fetched while this one is folded.
    if (from + CHUNK < all.length) next = read(from + CHUNK);
    const folded = await foldStates(db, ids, found);
    for (const id of folded.removed) change.removes.push(id);
    for (const row of await drawRows(db, folded, context)) drawn.set(row.case, row);
  }
  change.upserts = [...drawn.values()];
  change.subjects = new Set([...all, ...drawn.keys()]);
  return change;
}

interface Folded {
  cases: Map<string, CaseState>;
  incidents: Map<string, IncidentState>;
  /** Cases that were here and are no more. */
  removed: string[];
  /** Incidents whose every case must be drawn: they changed, or gained or lost one. */
  touched: Set<string>;
}

/** Folds the states of these subjects and writes all but cases, which are written when drawn. */
async function foldStates(db: Database, ids: readonly string[], events: readonly AnyEvent[]): Promise<Folded> {
  const bySubject = new Map<string, AnyEvent[]>(ids.map((id) => [id, []]));
  for (const event of events) bySubject.get(event.subject.id)?.push(event);
  const before = await incidentsOfCases(db, ids);
  const joinedBefore = await joinedWith(db, ids);
  const folded: Folded = { cases: new Map(), incidents: new Map(), removed: [], touched: new Set() };
  const reports: Record<string, SqlValue>[] = [];
  const people: Record<string, SqlValue>[] = [];
  const acts: Record<string, SqlValue>[] = [];
  const gone: string[] = [];
  for (const [id, own] of bySubject) {
    const kind = own[0]?.subject.kind;
    const state = kind === 'case' ? foldCase(own) : null;
    const incident = kind === 'incident' ? foldIncident(own) : null;
    const report = kind === 'report' ? foldReport(own, false) : null;
    const person = kind === 'user' ? foldPerson(own) : null;
    const held = kind === 'act' ? foldHeld(own) : null;
    const known = before.get(id);
    if (state) {
      folded.cases.set(id, state);
      if (known === undefined) folded.touched.add(state.incident);
    } else if (known !== undefined) {
      folded.removed.push(id);
      folded.touched.add(known);
    }
    if (incident) {
      folded.incidents.set(id, incident);
      folded.touched.add(id);
    }
    if (report) reports.push({ id, received_at: report.receivedAt, state: canonicalJson(report) });
    if (person) people.push({ id, person: canonicalJson(person) });
    if (held) acts.push({ id, undecided: held.decision ? 0 : 1, held_at: held.heldMs, state: canonicalJson(held) });
    if (!state && !incident && !report && !person && !held) gone.push(id);
  }
  for (const table of ['case_row', 'incident_row', 'report_row', 'user_row', 'held_row']) {
    if (gone.length > 0)
      await db.run(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(gone)]);
  }
  const incidents = [...folded.incidents.values()];
  await writeLinks(db, incidents, gone);
  for (const id of joinedBefore) if (!bySubject.has(id)) folded.touched.add(id);
  for (const id of await joinedWith(db, folded.touched)) folded.touched.add(id);
  await upsertRows(
    db,
    'incident_row',
    incidents.map((one) => ({ id: one.id, number: one.number, label: one.label, state: canonicalJson(one) })),
  );
  await upsertRows(db, 'report_row', reports);
  await upsertRows(db, 'user_row', people);
  await upsertRows(db, 'held_row', acts);
  return folded;
}

/** The incident of each of these that is a case here. */
async function incidentsOfCases(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.all<{ id: string; incident: string }>(
    'SELECT id, incident FROM case_row WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row.incident]));
}

/** Writes states, columns and queue rows of the folded cases and of all cases of touched incidents. */
async function drawRows(db: Database, folded: Folded, context: FoldContext): Promise<QueueRow[]> {
  const fresh = [...folded.cases.values()];
  const wanted = new Set([...folded.touched, ...fresh.map((one) => one.incident)]);
  const shown = await loadShown(db, wanted, folded.incidents);
  const counted = await countCases(db, new Set([...wanted, ...shown.keys()]), shown, folded.cases);
  const siblings = [...folded.touched].flatMap((incident) => counted.casesOf.get(incident) ?? []);
  const others = await loadCases(
    db,
    siblings.filter((id) => !folded.cases.has(id)),
  );
  const states = [...fresh, ...others.values()];
  const unsent = await unsentActs(
    db,
    states.map((one) => one.id),
  );
  const rows: Record<string, SqlValue>[] = [];
  const drawn: QueueRow[] = [];
  for (const state of states) {
    const one = shown.get(state.incident) ?? null;
    const place = counted.places.get(state.id) ?? { ordinal: state.ordinal, of: 1 };
    const made = one ? queueRow(state, one, { ...place, unsent: unsent.get(state.id) ?? 0, ...context }) : null;
    if (made) drawn.push(made.row);
    const columns = caseColumns(state, made?.row ?? null, one?.incident ?? null, made?.clocks ?? [], context.now);
    rows.push({ ...columns, state: canonicalJson(withoutPersons(state)), row: made ? canonicalJson(made.row) : null });
  }
  await upsertRows(db, 'case_row', rows);
  return drawn;
}

interface Counted {
  /** Ids of the cases of each incident by itself. */
  casesOf: Map<string, string[]>;
  /** Which of how many each case is, joined incidents counted as one. */
  places: Map<string, { ordinal: number; of: number }>;
}

async function countCases(
  db: Database,
  incidents: ReadonlySet<string>,
  shown: ReadonlyMap<string, ShownIncident>,
  fresh: ReadonlyMap<string, CaseState>,
): Promise<Counted> {
  type Row = Pick<CaseState, 'id' | 'incident' | 'ordinal'>;
  const stored = await db.all<Row>(
    'SELECT id, incident, ordinal FROM case_row WHERE incident IN (SELECT value FROM json_each(?))',
    [JSON.stringify([...incidents])],
  );
  const counted: Counted = { casesOf: new Map(), places: new Map() };
  const together = new Map<ShownIncident | string, Row[]>();
  const add = <K, V>(lists: Map<K, V[]>, key: K, value: V) => {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  };
  for (const row of [...stored.filter(({ id }) => !fresh.has(id)), ...fresh.values()]) {
    add(counted.casesOf, row.incident, row.id);
    add(together, shown.get(row.incident) ?? row.incident, row);
  }
  for (const [key, rows] of together) {
    const joined = typeof key !== 'string' && key.members.length > 1;
    const ordered = joined ? orderCases(key, rows) : rows;
    ordered.forEach(({ id, ordinal }, index) => {
      counted.places.set(id, { ordinal: joined ? index + 1 : ordinal, of: rows.length });
    });
  }
  return counted;
}

/** Acts on each case that central has not accepted yet; cases without any are left out. */
async function unsentActs(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
  const any = await db.get('SELECT 1 FROM event WHERE state = 1 AND state <> 0 LIMIT 1');
  if (any === undefined) return new Map();
  const rows = await db.all<{ id: string; acts: number }>(
    `SELECT subject_id AS id, COUNT(DISTINCT act) AS acts FROM event INDEXED BY event_by_subject
     WHERE state = 1 AND subject_id IN (SELECT value FROM json_each(?)) GROUP BY subject_id`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row.acts]));
}
