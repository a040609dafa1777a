import { type Change, noChange } from './change.ts';
import type { Database } from './database.ts';
import { forgetMeta, readMeta, writeMeta } from './meta.ts';
import { type FoldContext, refold } from './refold.ts';
import { loadRuleBook } from './rule-rows.ts';

/** Raised whenever folds, clocks or the shape of folded rows change: older stores are then folded anew at start. */
export const FOLD_VERSION = 18;

const CHUNK = 4_000;

/**
 * Makes every folded table anew from the log, inside the caller's transaction.
 * @param context with the policies that were shipped: those set by people are folded first and count for every case
 */
export async function rebuild(db: Database, context: FoldContext): Promise<Change> {
  await clearFolds(db);
  let counted = context;
  // Rules and incidents first, so that each case is drawn once and whole.
  for (const kinds of ["subject_kind <> 'case'", "subject_kind = 'case'"]) {
    let after = '';
    for (;;) {
      const page = await db.all<{ id: string }>(
        `SELECT DISTINCT subject_id AS id FROM event WHERE ${kinds} AND subject_id > ? ORDER BY subject_id LIMIT ?`,
        [after, CHUNK],
      );
      const last = page.at(-1);
      if (!last) break;
      await refold(
        db,
        page.map((row) => row.id),
        counted,
      );
      after = last.id;
    }
    counted = { ...context, ...(await loadRuleBook(db, context.policies)) };
  }
  await writeMeta(db, { foldVersion: FOLD_VERSION });
  await forgetMeta(db, ['redrawAfter']);
  return { ...noChange(), reset: true, rules: true };
}

/** Empties every folded table. */
export async function clearFolds(db: Database): Promise<void> {
  for (const table of ['case_row', 'incident_row', 'incident_link', 'report_row', 'user_row', 'held_row', 'rule_row'])
    await db.run(`DELETE FROM ${table}`);
}

/** True when the folded tables were made by another version of the folds. */
export async function needsRebuild(db: Database): Promise<boolean> {
  return (await readMeta(db, 'foldVersion')) !== FOLD_VERSION;
}
