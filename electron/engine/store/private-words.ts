import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { IncidentState } from '#shared/domain/case-state.ts';
import { inOrder } from '#shared/sync/order.ts';
import type { Database } from './database.ts';
import { loadCases } from './folded-rows.ts';
import { loadShown } from './fusions.ts';
import { openEvents } from './sealed-events.ts';

/** What names or may name somebody of a case, in clear; for memory alone. */
export interface PrivateWords {
  people: { kind: 'name' | 'id' | 'phone' | 'employer'; value: string }[];
  reports: string[];
  notes: string[];
}

const TYPES = [
  'case.victim-described',
  'case.kin-described',
  'case.payee-named',
  'case.noted',
  'case.paused',
  'case.closed',
  'case.reopened',
  'case.complaint-received',
  'report.received',
  'case.act-undone',
] as const;

/**
 * Reads what this console can open of these cases and of the reports of their incidents. What was erased or taken back,
 * or whose key is not here, is left out.
 */
export async function readPrivateWords(
  db: Database,
  cases: readonly { case: string; incident: string }[],
): Promise<Map<string, PrivateWords>> {
  const shown = await loadShown(
    db,
    cases.map(({ incident }) => incident),
  );
  const reportsOf = (incident: IncidentState | undefined) => incident?.reports.map(({ report }) => report) ?? [];
  const subjects = cases.flatMap((one) => [one.case, ...reportsOf(shown.get(one.incident)?.incident)]);
  const bySubject = new Map<string, AnyEvent[]>();
  const taken = new Set<string>();
  for (const event of await readSpeaking(db, [...new Set(subjects)])) {
    if (event.type === 'case.act-undone') taken.add(event.subject.id);
    const known = bySubject.get(event.subject.id);
    if (known) known.push(event);
    else bySubject.set(event.subject.id, [event]);
  }
  // Not every undo has force: which have, the folded case knows.
  const undone = new Set([...(await loadCases(db, [...taken])).values()].flatMap((state) => state.undone));
  return new Map(
    cases.map((one) => {
      const words: PrivateWords = { people: [], reports: [], notes: [] };
      for (const event of inOrder(bySubject.get(one.case) ?? []))
        if (!undone.has(event.act)) addCaseWords(words, event);
      for (const report of reportsOf(shown.get(one.incident)?.incident)) {
        for (const event of bySubject.get(report) ?? []) addReportWords(words, event);
      }
      return [one.case, words];
    }),
  );
}

async function readSpeaking(db: Database, subjects: readonly string[]): Promise<AnyEvent[]> {
  const rows = await db.all<{ body: string; seq: number | null }>(
    `SELECT body, seq FROM event WHERE subject_id IN (SELECT value FROM json_each(?)) AND state IN (0, 1)
     AND type IN (${TYPES.map((type) => `'${type}'`).join(', ')})`,
    [JSON.stringify(subjects)],
  );
  const events = rows.map(({ body, seq }) => {
    const event = JSON.parse(body) as AnyEvent;
    if (seq !== null) event.seq = seq;
    return event;
  });
  await openEvents(db, events);
  return events;
}

function addCaseWords({ people, notes }: PrivateWords, event: AnyEvent): void {
  if (!isKnown(event) || event.private === undefined) return;
  const part: Record<string, unknown> = event.private;
  const add = (kind: PrivateWords['people'][number]['kind'], value: unknown) => {
    if (typeof value === 'string' && value !== '') people.push({ kind, value });
  };
  add('name', part.name);
  add('id', part.idNumber);
  add('phone', part.phone);
  add('employer', part.employer);
  if (typeof part.text === 'string') notes.push(part.text);
}

function addReportWords({ reports }: PrivateWords, event: AnyEvent): void {
  const text = event.private?.text;
  if (typeof text === 'string') reports.push(text);
}
