import { STATE_MARKS } from '#shared/contract/packed-snapshot.ts';
import type { CaseState, IncidentState, ReportState } from '#shared/domain/case-state.ts';
import { type Change, noChange } from './change.ts';
import type { Database } from './database.ts';
import { type FoldedSubjects, reportRow } from './fold-subjects.ts';
import { forgetMeta, writeMeta } from './meta.ts';
import { partsHere, statesOfPart, unpackNext } from './packed-parts.ts';
import { clearFolds, FOLD_VERSION } from './rebuild.ts';
import { type FoldContext, refold, writeFolded } from './refold.ts';
import { loadRuleBook } from './rule-rows.ts';

/**
 * The end of a first fill whose histories lie packed: makes every folded table from central's states, and from the
 * events that are here already, inside the caller's transaction. The same rows as folding all of it (S-15).
 * @param context with the policies that were shipped
 */
export async function takeParts(db: Database, context: FoldContext): Promise<Change> {
  await clearFolds(db);
  const loose = await db.all<{ id: string; kind: string }>(
    'SELECT DISTINCT subject_id AS id, subject_kind AS kind FROM event ORDER BY subject_id',
  );
  const of = (isCase: boolean) => loose.filter(({ kind }) => (kind === 'case') === isCase).map(({ id }) => id);
  await refold(db, of(false), context);
  const counted = { ...context, ...(await loadRuleBook(db, context.policies)) };
  await refold(db, of(true), counted);
  const here = new Set(loose.map(({ id }) => id));
  const both: string[] = [];
  const parts = await partsHere(db);
  const read = (index: number): Promise<string[]> => {
    const id = parts[index];
    const states = id === undefined ? Promise.resolve([]) : statesOfPart(db, id);
    states.catch(() => {});
    return states;
  };
  let next = read(0);
  // While one part is drawn the next is read and the last one written.
  let writing: Promise<void> = Promise.resolve();
  try {
    for (const index of parts.keys()) {
      const states = next;
      next = read(index + 1);
      const { folded, texts } = readStates(await states);
      for (const one of folded.ids) if (here.has(one)) both.push(one);
      await writing;
      ({ writing } = await writeFolded(db, folded, counted, texts));
      writing.catch(() => {});
    }
  } finally {
    await Promise.allSettled([writing, next]);
  }
  await writing;
  if (both.length > 0) {
    // Somebody acted here meanwhile on what the parts tell of: their act counts on top.
    while (await unpackNext(db));
    await refold(db, both, counted);
  } else await writeMeta(db, { packed: true });
  await writeMeta(db, { foldVersion: FOLD_VERSION });
  await forgetMeta(db, ['redrawAfter']);
  return { ...noChange(), reset: true, rules: true };
}

/** States as they travelled, and their texts by id: canonical already, so that nobody needs to write them again. */
function readStates(lines: readonly string[]): { folded: FoldedSubjects; texts: Map<string, string> } {
  const texts = new Map<string, string>();
  const folded: FoldedSubjects = {
    ids: [],
    cases: new Map(),
    incidents: new Map(),
    rows: { report_row: [], user_row: [], held_row: [], rule_row: [] },
    gone: [],
  };
  for (const line of lines) {
    const text = line.slice(1);
    const state = JSON.parse(text) as CaseState | IncidentState | ReportState;
    texts.set(state.id, text);
    if (line.startsWith(STATE_MARKS.case)) folded.cases.set(state.id, state as CaseState);
    else if (line.startsWith(STATE_MARKS.incident)) folded.incidents.set(state.id, state as IncidentState);
    else folded.rows.report_row.push(reportRow(state as ReportState, text));
  }
  return { folded: { ...folded, ids: [...texts.keys()] }, texts };
}
