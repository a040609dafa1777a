import type { EngineContext } from '#engine/engine-context.ts';
import { eventsById } from '#engine/store/event-rows.ts';
import { loadCases, loadPeople } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import { loadRules } from '#engine/store/rule-rows.ts';
import { openEvents } from '#engine/store/sealed-events.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies, defaultRows, type PolicyRow, readPolicy } from '#shared/clocks/policies.ts';
import { policyInForce } from '#shared/clocks/policy-in-force.ts';
import { countMoved, firstMoved, type MoveEffect, previewMove } from '#shared/clocks/preview-move.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { InputOf } from '#shared/contract/ipc.ts';
import type { ClockMoveView, PolicyPreviewView, PolicyView } from '#shared/contract/view/rules.ts';
import type { PolicyRowData } from '#shared/contract/wire/rule-values.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { policyFault } from '#shared/sync/policy-version.ts';
import { eachOpenCase } from './open-cases.ts';

/** Clocks one act may move, and cases a preview names. */
const MOST_MOVES = 500;
const NAMED = 8;

/** Promises with their versions, and what a new one would change. */
export function ruleCalls(context: EngineContext): Pick<Handlers, 'rules.policies' | 'rules.preview' | 'rules.moves'> {
  return {
    'rules.policies': () => policies(context),
    'rules.preview': ({ policy }) => preview(context, policy),
    'rules.moves': (asked) => moves(context, asked),
  };
}

async function policies(context: EngineContext): Promise<PolicyView[]> {
  const db = context.ledger.reader;
  const set = await loadRules(db, 'policy');
  const people = await loadPeople(
    db,
    set.map((rule) => rule.actor),
  );
  const events = await eventsById(
    db,
    set.map((rule) => rule.event),
  );
  await openEvents(db, events);
  const reasons = new Map(events.map((event) => [event.id, event.private?.reason]));
  const supervisor = context.person()?.role === 'supervisor';
  const now = context.clock.now();
  const known = new Map(context.policies.map((policy) => [policy.id, policy]));
  const inForce = (key: string, version: string) => policyInForce(context.policies, key, now)?.id === version;
  const shipped = defaultPolicies.flatMap((policy, at): PolicyView[] => {
    const row = defaultRows[at];
    if (row === undefined) return [];
    return [
      {
        version: policy.id,
        id: null,
        row: row as PolicyRowData,
        from: policy.effectiveFrom,
        to: policy.effectiveTo,
        inForce: inForce(policy.key, policy.id),
        by: null,
        setAt: null,
        withdrawnAt: null,
        reason: null,
      },
    ];
  });
  const own = set.map((rule): PolicyView => {
    const reason = reasons.get(rule.event);
    const from = Date.parse(rule.row.effectiveFrom);
    return {
      version: rule.version,
      id: rule.id,
      row: rule.row,
      from: known.get(rule.version)?.effectiveFrom ?? Math.max(from, rule.setAt),
      to: known.get(rule.version)?.effectiveTo ?? null,
      inForce: inForce(rule.row.key, rule.version),
      by: people.get(rule.actor)?.name ?? rule.actor,
      setAt: rule.setAt,
      withdrawnAt: rule.withdrawnAt,
      // Free words may name people: they are for those who may change rules.
      reason: typeof reason === 'string' && supervisor ? reason : null,
    };
  });
  return [...own, ...shipped].sort((a, b) => b.from - a.from);
}

async function preview(context: EngineContext, row: PolicyRowData): Promise<PolicyPreviewView> {
  const fault = policyFault(row);
  if (fault !== null)
    throw new CallFailure(fault.key.replace(/^failure\./, ''), { key: fault.key }, `policy.${fault.field}`);
  const policy = { ...readPolicy(row as PolicyRow), id: 'preview' };
  const found: (MoveEffect & { number: string })[] = [];
  let cases = 0;
  await eachOpenCase(context, (facts, number) => {
    cases += 1;
    const effects = previewMove([facts], policy, context.ledger.rules(), context.clock.now());
    found.push(...effects.map((effect) => ({ ...effect, number })));
  });
  return {
    cases,
    ...countMoved(found),
    moves: found.slice(0, MOST_MOVES).map(({ case: id, clock }) => ({ case: id, clock })),
    first: firstMoved(found, NAMED).map(({ number, before, after }) => ({
      number,
      before: before.due,
      after: after.due,
    })),
  };
}

/** Other versions of a running clock's promise that hold for its case, and what each would do to it. */
async function moves(context: EngineContext, { case: id, clock }: InputOf<'rules.moves'>): Promise<ClockMoveView[]> {
  const db = context.ledger.reader;
  const state = (await loadCases(db, [id])).get(id);
  const incident = state && (await loadShown(db, [state.incident])).get(state.incident)?.incident;
  if (state === undefined || incident === undefined)
    throw new CallFailure('not-found', { key: 'failure.not-found' }, 'case');
  const facts = clockFacts(state, incident);
  const now = context.clock.now();
  const book = context.ledger.rules();
  const under = clocksOf(facts, book.policies, now, book.calendars).find((one) => one.id === clock)?.policy;
  return (await policies(context))
    .filter(
      ({ row, version, withdrawnAt }) => clock.startsWith(`${row.key}:`) && version !== under && withdrawnAt === null,
    )
    .flatMap(({ row, version, from, setAt, inForce }): ClockMoveView[] => {
      const known = book.policies.find((one) => one.id === version);
      const effect = known && previewMove([facts], known, book, now).find((one) => one.clock === clock);
      if (effect === undefined) return [];
      return [{ version, row, from, setAt, inForce, before: effect.before, after: effect.after }];
    });
}
