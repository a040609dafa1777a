import type { RuleState } from '#shared/contract/view/rule-state.ts';
import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import { momentMs } from './moment.ts';
import { distinct, inOrder } from './order.ts';
import { policyId } from './policy-version.ts';

/** Kinds of subject that are rules. */
export const RULE_KINDS: readonly string[] = ['policy', 'calendar', 'rota'];

/**
 * One rule by its events: the last set stands, a withdrawal after it takes it off from that moment on. Names nobody.
 * Null while nothing was set.
 */
export function foldRule(events: readonly AnyEvent[]): RuleState | null {
  let rule: RuleState | null = null;
  for (const event of inOrder(distinct(events))) {
    if (!isKnown(event)) continue;
    const ms = momentMs(event);
    const { id } = event.subject;
    const mark = {
      id,
      event: event.id,
      actor: event.actor,
      setAt: ms,
      withdrawnAt: null,
      seq: event.seq ?? 0,
      at: event.at,
    };
    if (event.type === 'policy.set') {
      const { policy, replaces } = event.payload;
      rule = { ...mark, kind: 'policy', version: policyId(policy, id), row: policy, replaces };
    } else if (event.type === 'calendar.set') {
      rule = { ...mark, kind: 'calendar', entry: event.payload.entry };
    } else if (event.type === 'rota.set') {
      const { area, level, from, to, user } = event.payload;
      const span = { from: Date.parse(from), to: Date.parse(to) };
      rule = { ...mark, kind: 'rota', area, level, ...span, user: user ?? null };
    } else if (/^(policy|calendar|rota)\.withdrawn$/.test(event.type)) {
      const set: RuleState | null = rule;
      rule = withdrawn(set, ms);
    }
  }
  return rule;
}

function withdrawn(rule: RuleState | null, ms: number): RuleState | null {
  return rule === null ? null : { ...rule, withdrawnAt: rule.withdrawnAt ?? ms };
}
