import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import type { Connection, Database } from './database.ts';
import { eventsOf } from './event-rows.ts';
import { type Folded, putFolds } from './fold-rows.ts';
import { takeHead } from './head-row.ts';
import { openEvents } from './open-events.ts';
import type { Vault } from './vault.ts';

/** Raised whenever folds or the shape of folded rows change: a database of an older version is folded anew at start. */
const FOLD_VERSION = 11;

const CHUNK = 1_000;

/**
 * Makes every folded row anew from the log when another version of the folds made them, in one transaction that keeps
 * every other writer out.
 * @returns whether it did
 */
export async function refoldWhenOld(database: Database, vault: Vault): Promise<boolean> {
  return database.writer.transaction(async (tx) => {
    await takeHead(tx);
    const known: { fold_version: number } | undefined = await tx('central_identity').first('fold_version');
    if (known === undefined || known.fold_version === FOLD_VERSION) return false;
    for (const table of ['incident_row', 'incident_link', 'case_row', 'report_row']) await tx(table).delete();
    for (let after = ''; ; ) {
      const page: { subject_id: string }[] = await tx('event')
        .distinct('subject_id')
        .where('subject_id', '>', after)
        .whereIn('subject_kind', ['incident', 'case', 'report'])
        .orderBy('subject_id')
        .limit(CHUNK);
      const last = page.at(-1);
      if (last === undefined) break;
      await refold(
        tx,
        database.kind,
        vault,
        page.map((row) => row.subject_id),
      );
      after = last.subject_id;
    }
    await tx('central_identity').update({ fold_version: FOLD_VERSION });
    return true;
  });
}

async function refold(
  tx: Connection,
  kind: Database['kind'],
  vault: Vault,
  subjects: readonly string[],
): Promise<void> {
  const histories = new Map<string, AnyEvent[]>();
  const events = await eventsOf(tx, kind, subjects);
  await openEvents(tx, kind, vault, events);
  for (const event of events) {
    const history = histories.get(event.subject.id);
    if (history) history.push(event);
    else histories.set(event.subject.id, [event]);
  }
  const all = [...histories.values()];
  const folded = <T>(subject: string, fold: (events: readonly AnyEvent[]) => T | null): Folded<T>[] =>
    all.flatMap((events) => {
      const state = events[0]?.subject.kind === subject ? fold(events) : null;
      return state === null ? [] : [{ rank: Math.min(...events.map((event) => event.seq ?? 0)), state }];
    });
  await putFolds(tx, kind, {
    incidents: folded('incident', foldIncident),
    cases: folded('case', foldCase),
    reports: folded('report', (events) => foldReport(events, false)),
  });
}
