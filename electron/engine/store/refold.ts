import type { Calendars } from '#shared/clocks/calendar/calendars.ts';
import type { ClockPolicy } from '#shared/clocks/policies.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { orderCases, type ShownIncident } from '#shared/sync/shown-incidents.ts';
import { withoutPersons } from '#shared/sync/without-persons.ts';
import { caseColumns, queueRow } from './case-columns.ts';
import { type Change, noChange } from './change.ts';
import type { Database, SqlValue } from './database.ts';
import { eventsOfSubjects } from './event-rows.ts';
import { type FoldedSubjects, foldSubjects } from './fold-subjects.ts';
import { loadCases } from './folded-rows.ts';
import { anyJoined, joinedWith, loadShown, writeLinks } from './fusions.ts';
import { upsertRows } from './upsert-rows.ts';

/** What folding needs beside the events. */
export interface FoldContext {
  policies: readonly ClockPolicy[];
  /** The shipped ones when left out. */
  calendars?: Calendars;
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
  // While the database reads the next chunk and writes the last one, this one is folded: what either touches is not its own.
  let writing: Promise<unknown> = Promise.resolve();
  try {
    for (let from = 0; from < all.length; from += CHUNK) {
      const { ids, events } = next;
      const found = await events;
      if (from + CHUNK < all.length) next = read(from + CHUNK);
      const made = foldSubjects(ids, found);
      await writing;
      const folded = await writeStates(db, made);
      for (const id of folded.removed) change.removes.push(id);
      if (folded.rules) change.rules = true;
      const { rows, cases } = await drawRows(db, folded, context);
      for (const row of rows) drawn.set(row.case, row);
      writing = upsertRows(db, 'case_row', cases);
      writing.catch(() => {});
    }
  } finally {
    // Nothing may still be on its way when the caller ends the transaction, one way or the other.
    await Promise.allSettled([writing, next.events]);
  }
  await writing;
  change.upserts = [...drawn.values()];
  change.subjects = new Set([...all, ...drawn.keys()]);
  return change;
}

/** Canonical texts of states that are known already, by id. */
type Texts = ReadonlyMap<string, string>;

/**
 * Writes what subjects are, as it was folded elsewhere, and the queue rows of every case that looks different by it.
 * @returns the last writing, still on its way
 */
export async function writeFolded(
  db: Database,
  made: FoldedSubjects,
  context: FoldContext,
  texts: Texts,
): Promise<{ writing: Promise<void> }> {
  const folded = await writeStates(db, made, texts);
  const { cases } = await drawRows(db, folded, context, texts);
  return { writing: upsertRows(db, 'case_row', cases) };
}

interface Folded {
  cases: Map<string, CaseState>;
  incidents: Map<string, IncidentState>;
  /** Cases that were here and are no more. */
  removed: string[];
  /** Incidents whose every case must be drawn: they changed, or gained or lost one. */
  touched: Set<string>;
  anyJoined: boolean;
  /** A rule changed, or is no more. */
  rules: boolean;
}

const TABLES = ['case_row', 'incident_row', 'report_row', 'user_row', 'held_row', 'rule_row'];

/** Writes the states of all but cases, which are written when drawn, and tells what must be drawn. */
async function writeStates(
  db: Database,
  { ids, cases, incidents, rows, gone }: FoldedSubjects,
  texts?: Texts,
): Promise<Folded> {
  const before = await incidentsOfCases(db, ids);
  const anyBefore = await anyJoined(db);
  const joinedBefore = await joinedWith(db, ids, anyBefore);
  const folded: Folded = {
    cases,
    incidents,
    removed: [],
    touched: new Set(incidents.keys()),
    anyJoined: true,
    rules: rows.rule_row.length > 0,
  };
  for (const [id, state] of cases) if (!before.has(id)) folded.touched.add(state.incident);
  for (const [id, incident] of before) {
    if (cases.has(id)) continue;
    folded.removed.push(id);
    folded.touched.add(incident);
  }
  if (gone.length > 0 && !folded.rules) {
    const sql = 'SELECT 1 FROM rule_row WHERE id IN (SELECT value FROM json_each(?)) LIMIT 1';
    folded.rules = (await db.get(sql, [JSON.stringify(gone)])) !== undefined;
  }
  for (const table of TABLES) {
    if (gone.length > 0)
      await db.run(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(gone)]);
  }
  const states = [...incidents.values()];
  folded.anyJoined = await writeLinks(db, states, gone, anyBefore);
  const own = new Set(ids);
  for (const id of joinedBefore) if (!own.has(id)) folded.touched.add(id);
  for (const id of await joinedWith(db, folded.touched, folded.anyJoined)) folded.touched.add(id);
  await upsertRows(
    db,
    'incident_row',
    states.map((one) => ({
      id: one.id,
      number: one.number,
      label: one.label,
      state: texts?.get(one.id) ?? canonicalJson(one),
    })),
  );
  for (const [table, some] of Object.entries(rows)) await upsertRows(db, table, some);
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

interface Drawn {
  rows: QueueRow[];
  /** As they are to be written. */
  cases: Record<string, SqlValue>[];
}

/** Draws states, columns and queue rows of the folded cases and of all cases of touched incidents. */
async function drawRows(db: Database, folded: Folded, context: FoldContext, texts?: Texts): Promise<Drawn> {
  const fresh = [...folded.cases.values()];
  const wanted = new Set([...folded.touched, ...fresh.map((one) => one.incident)]);
  const shown = await loadShown(db, wanted, folded.incidents, folded.anyJoined);
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
  const drawn: Drawn = { rows: [], cases: [] };
  for (const state of states) {
    const one = shown.get(state.incident) ?? null;
    const place = counted.places.get(state.id) ?? { ordinal: state.ordinal, of: 1 };
    const made = one ? queueRow(state, one, { ...place, unsent: unsent.get(state.id) ?? 0, ...context }) : null;
    if (made) drawn.rows.push(made.row);
    const columns = caseColumns(state, made?.row ?? null, one?.incident ?? null, made?.clocks ?? [], context.now);
    const row = made ? canonicalJson(made.row) : null;
    drawn.cases.push({ ...columns, state: texts?.get(state.id) ?? canonicalJson(withoutPersons(state)), row });
  }
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
