import type { Database } from '#engine/store/database.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';

/** Every table a screen reads, canonical, a line a row: `table id json`. */
export async function tablesOf(db: Database): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  for (const table of ['case_row', 'incident_row', 'report_row', 'user_row', 'rule_row']) {
    const rows = await db.all(`SELECT * FROM ${table} ORDER BY id`);
    for (const row of rows) {
      const whole = Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, isJson(name, value) ? JSON.parse(String(value)) : value]),
      );
      lines.set(
        `${table} ${row.id}`,
        canonicalJson(isPaused(whole.state) ? { id: row.id, state: whole.state } : whole),
      );
    }
  }
  return lines;
}

/** While a case stands paused its due times move with the time of drawing, so only its state is compared. */
const isPaused = (state: unknown) =>
  (state as Partial<CaseState> | null)?.pauses?.some((pause) => pause.until === null) ?? false;

const isJson = (name: string, value: unknown) =>
  (name === 'state' || name === 'row' || name === 'person') && typeof value === 'string';

/** Where two sets of rows differ, in words; empty when they are equal. */
export function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [left, right] = [a.get(key), b.get(key)];
    if (left === right) continue;
    if (left === undefined || right === undefined)
      found.push(`${key} only in the ${left === undefined ? 'second' : 'first'}`);
    else found.push(`${key}: ${firstDifference(left, right)}`);
  }
  return found;
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const from = Math.max(0, at - 40);
  return `…${a.slice(from, at + 60)}… against …${b.slice(from, at + 60)}…`;
}
