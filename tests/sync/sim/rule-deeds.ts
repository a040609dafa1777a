import type { Database } from '#engine/store/database.ts';
import { defaultRows } from '#shared/clocks/policies.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { PolicyRowData } from '#shared/contract/wire/rule-values.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { BRANCHES } from './cast.ts';
import type { Random } from './random.ts';

/** Acts on the rules that everybody works by. */
export const RULE_DEEDS = ['set-policy', 'withdraw-policy', 'set-calendar', 'set-rota'] as const;
export type RuleDeed = (typeof RULE_DEEDS)[number];

const HOUR = 3_600_000;
const STATES = ['JHR', 'NSN', 'SGR'] as const;

/** What a supervisor would set by what this console shows; null when nothing fits. @param now ms since 1970 */
export async function chooseRule(deed: RuleDeed, random: Random, db: Database, now: number): Promise<Act | null> {
  const kind = { 'set-policy': 'policy', 'withdraw-policy': 'policy', 'set-calendar': 'calendar', 'set-rota': 'rota' };
  const rows = await db.all<{ id: string }>('SELECT id FROM rule_row WHERE kind = ? ORDER BY id', [kind[deed]]);
  const known = rows.length === 0 ? undefined : random.pick(rows).id;
  // Half of the time in place of one that is there, so that they meet.
  const id = known !== undefined && random.chance(0.5) ? { id: known } : {};
  switch (deed) {
    case 'set-policy': {
      const { minutes, ...row } = shortened(random);
      const policy = { ...row, rule: { kind: 'within', minutes } as const, effectiveFrom: isoMalaysia(now) };
      return { kind: deed, policy, replaces: null, reason: 'Mesyuarat' };
    }
    case 'withdraw-policy':
      return known === undefined ? null : { kind: deed, policy: known, reason: 'Tersilap' };
    case 'set-calendar': {
      if (known !== undefined && random.chance(0.2)) return { kind: deed, entries: [], withdraw: [known] };
      const entry = {
        kind: 'off' as const,
        day: isoMalaysia(now + random.int(5) * 24 * HOUR).slice(0, 10),
        states: [random.pick(STATES)],
        branches: [] as string[],
        name: { t: 'text' as const, v: 'Cuti peristiwa' },
        status: 'gazetted' as const,
        source: 'warta',
        substitute: false,
      };
      return { kind: deed, entries: [{ ...id, entry }] };
    }
    case 'set-rota': {
      if (known !== undefined && random.chance(0.2)) return { kind: deed, duties: [], withdraw: [known] };
      const from = now + random.int(48) * HOUR;
      const duty = {
        area: { kind: 'branch', branch: random.pick(BRANCHES) },
        level: random.pick(['squad', 'head'] as const),
        from: isoMalaysia(from),
        to: isoMalaysia(from + 8 * HOUR),
        name: `Pegawai ${random.int(4)}`,
      } as const;
      return { kind: deed, duties: [{ ...id, ...duty }] };
    }
  }
}

/** A promise within so many minutes, as shipped, with another length. */
function shortened(random: Random): Omit<PolicyRowData, 'rule' | 'effectiveFrom'> & { minutes: number } {
  const within = defaultRows.filter(({ rule }) => rule.kind === 'within');
  const { rule: _rule, effectiveFrom: _from, ...row } = random.pick(within) as PolicyRowData;
  return { ...row, effectiveTo: null, minutes: 10 + random.int(600) };
}
