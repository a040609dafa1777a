import type { Act } from '#shared/contract/acts.ts';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import type { ActWorld, PlannedAct } from './act-world.ts';
import { given, type RuleAct } from './case-drafts.ts';
import { policyFault, policyId } from './policy-version.ts';
import { refuse, refuseBy } from './refuse.ts';
import { areaOfDuty, areaOfEntry, areasSet, type RuleArea, ruleInScope } from './rule-scope.ts';

type Of<K extends Act['kind']> = Extract<Act, { kind: K }>;

/** Acts on promises, calendars and rota: a supervisor's, each within their scope. */
export function planRules(act: RuleAct, world: ActWorld): PlannedAct {
  const verdict = permitted(act.kind, world.who, null);
  if (verdict.verdict === 'no') return refuseBy(verdict, 'act');
  switch (act.kind) {
    case 'set-policy':
      return planPolicy(act, world);
    case 'withdraw-policy':
      return planWithdrawal(act, world);
    case 'move-policy':
      return planMoves([act], act.policy, act.reason, world);
    case 'set-calendar':
      return planCalendar(act, world);
    case 'set-rota':
      return planRota(act, world);
  }
}

function planPolicy(act: Of<'set-policy'>, world: ActWorld): PlannedAct {
  if (!reaches('everywhere', world)) return refuse('rules-scope', 'act');
  const { policy } = act;
  const fault = policyFault(policy);
  if (fault !== null) return refuseBy({ verdict: 'no', why: { key: fault.key } }, `act.policy.${fault.field}`);
  const id = world.newId();
  const why = { private: { reason: act.reason } };
  const drafts: EventDraft[] = [
    { type: 'policy.set', subject: { kind: 'policy', id }, payload: { policy, replaces: act.replaces }, ...why },
  ];
  if (act.withdraw !== undefined) {
    if (world.eventsOf(act.withdraw).length === 0) return refuse('not-found', 'act.withdraw');
    drafts.push({ type: 'policy.withdrawn', subject: { kind: 'policy', id: act.withdraw }, payload: {}, ...why });
  }
  if (!act.moves?.length) return planned(drafts);
  const moves = planMoves(act.moves, policyId(policy, id), act.reason, world);
  return moves.ok ? { ...moves, drafts: [...drafts, ...moves.drafts] } : moves;
}

function planWithdrawal(act: Of<'withdraw-policy'>, world: ActWorld): PlannedAct {
  if (!reaches('everywhere', world)) return refuse('rules-scope', 'act');
  if (world.eventsOf(act.policy).length === 0) return refuse('not-found', 'act.policy');
  const subject = { kind: 'policy', id: act.policy } as const;
  return planned([{ type: 'policy.withdrawn', subject, payload: {}, private: { reason: act.reason } }]);
}

function planMoves(
  moves: readonly { case: string; clock: string }[],
  policy: string,
  reason: string,
  world: ActWorld,
): PlannedAct {
  const incidents = new Set<string>();
  const drafts: EventDraft[] = [];
  for (const { case: id, clock } of moves) {
    const state = world.case(id);
    if (!state) return refuse('not-found', 'act.case');
    const verdict = permitted('move-policy', world.who, state, world.incident(state.incident));
    if (verdict.verdict === 'no') return refuseBy(verdict, 'act.case');
    if (clock.slice(0, clock.indexOf(':')) !== policy.slice(0, policy.indexOf('@')))
      return refuse('other-promise', 'act.policy');
    incidents.add(state.incident);
    const payload = { clock, policy };
    drafts.push({ type: 'case.policy-moved', subject: { kind: 'case', id }, payload, private: { reason } });
  }
  const cases = [...new Set(moves.map((one) => one.case))];
  return { ok: true, drafts, cases, incidents: [...incidents], undoable: false };
}

function planCalendar(act: Of<'set-calendar'>, world: ActWorld): PlannedAct {
  const before = [...act.entries.flatMap(({ id }) => id ?? []), ...(act.withdraw ?? [])];
  const fault = faultIn(
    act.entries.map(({ entry }) => areaOfEntry(entry)),
    before,
    world,
  );
  if (fault !== null) return fault;
  const why = { private: given({ reason: act.reason }) };
  const subject = (id: string) => ({ kind: 'calendar', id }) as const;
  return planned([
    ...act.entries.map(
      ({ id, entry }) =>
        ({ type: 'calendar.set', subject: subject(id ?? world.newId()), payload: { entry }, ...why }) as const,
    ),
    ...(act.withdraw ?? []).map(
      (id) => ({ type: 'calendar.withdrawn', subject: subject(id), payload: {}, ...why }) as const,
    ),
  ]);
}

function planRota(act: Of<'set-rota'>, world: ActWorld): PlannedAct {
  const before = [...act.duties.flatMap(({ id }) => id ?? []), ...(act.withdraw ?? [])];
  const fault = faultIn(
    act.duties.map(({ area }) => areaOfDuty(area)),
    before,
    world,
  );
  if (fault !== null) return fault;
  if (act.duties.some(({ from, to }) => Date.parse(to) <= Date.parse(from))) return refuse('span-empty', 'act.duties');
  const strange = act.duties.some(({ area }) => area.kind === 'branch' && !world.branchExists(area.branch));
  if (strange) return refuse('unknown-branch', 'act.duties');
  const subject = (id: string) => ({ kind: 'rota', id }) as const;
  return planned([
    ...act.duties.map(({ id, area, level, from, to, user, name, phone, email }) => {
      const payload = { area, level, from, to, ...given({ user }) };
      const hidden = { name, ...given({ phone, email, reason: act.reason }) };
      return { type: 'rota.set', subject: subject(id ?? world.newId()), payload, private: hidden } as const;
    }),
    ...(act.withdraw ?? []).map((id) => {
      return {
        type: 'rota.withdrawn',
        subject: subject(id),
        payload: {},
        private: given({ reason: act.reason }),
      } as const;
    }),
  ]);
}

/** What hinders rules of these areas, some in place of others: none at all, one nobody knows, one out of scope. */
function faultIn(areas: readonly RuleArea[], before: readonly string[], world: ActWorld): PlannedAct | null {
  if (areas.length + before.length === 0) return refuse('nothing-said', 'act');
  const known = before.map((id) => areasSet(world.eventsOf(id)));
  if (known.some((one) => one.length === 0)) return refuse('not-found', 'act');
  return [...areas, ...known.flat()].every((area) => reaches(area, world)) ? null : refuse('rules-scope', 'act');
}

function reaches(area: RuleArea, world: ActWorld): boolean {
  return world.who !== null && ruleInScope(world.who, area, world);
}

function planned(drafts: EventDraft[]): PlannedAct {
  return { ok: true, drafts, cases: [], incidents: [], undoable: false };
}

/** Alarms somebody heard: one event for each threshold. */
export function planAlarmsHeard(act: Of<'acknowledge-alarm'>, world: ActWorld): PlannedAct {
  const drafts: EventDraft[] = [];
  const incidents = new Set<string>();
  for (const { case: id, ...heard } of act.alarms) {
    const state = world.case(id);
    if (!state) return refuse('not-found', 'act.alarms');
    const verdict = permitted(act.kind, world.who, state, world.incident(state.incident));
    if (verdict.verdict === 'no') return refuseBy(verdict, 'act.alarms');
    incidents.add(state.incident);
    drafts.push({ type: 'case.alarm-acknowledged', subject: { kind: 'case', id }, payload: heard });
  }
  const cases = [...new Set(act.alarms.map((one) => one.case))];
  return { ok: true, drafts, cases, incidents: [...incidents], undoable: false };
}
