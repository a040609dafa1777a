import type { ClockPolicy } from '#shared/clocks/policies.ts';
import { type RuleBook, ruleBookOf } from '#shared/clocks/rule-book.ts';
import type { RuleState } from '#shared/contract/view/rule-state.ts';
import type { Database } from './database.ts';

/** Rules as they are folded: all, or those of one kind; they name nobody. */
export async function loadRules<K extends RuleState['kind']>(
  db: Database,
  kind?: K,
): Promise<Extract<RuleState, { kind: K }>[]> {
  const rows = await db.all<{ state: string }>(
    `SELECT state FROM rule_row ${kind === undefined ? '' : 'WHERE kind = ?'} ORDER BY id`,
    kind === undefined ? [] : [kind],
  );
  return rows.map((row) => JSON.parse(row.state) as Extract<RuleState, { kind: K }>);
}

/** The promises and calendars clocks are counted by here. @param base what was shipped */
export async function loadRuleBook(db: Database, base: readonly ClockPolicy[]): Promise<RuleBook> {
  const rules = [...(await loadRules(db, 'policy')), ...(await loadRules(db, 'calendar'))];
  return ruleBookOf(rules, base);
}
