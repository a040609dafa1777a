import type { EngineContext } from '#engine/engine-context.ts';
import type { Database } from '#engine/store/database.ts';
import { eventsById } from '#engine/store/event-rows.ts';
import { loadCases, loadPeople } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import { loadRules } from '#engine/store/rule-rows.ts';
import { openEvents } from '#engine/store/sealed-events.ts';
import { defaultPolicies, defaultRows, type PolicyRow, readPolicy } from '#shared/clocks/policies.ts';
import { policyInForce } from '#shared/clocks/policy-in-force.ts';
import { type MoveEffect, previewMove } from '#shared/clocks/preview-move.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { PolicyPreviewView, PolicyView } from '#shared/contract/view/rules.ts';
import type { PolicyRowData } from '#shared/contract/wire/rule-values.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { policyFault } from '#shared/sync/policy-version.ts';

/** Open cases looked at in one go; the desk gets its turn in between. */
const STEP = 200;
/** Clocks one act may move, and cases a preview names. */
const MOST_MOVES = 500;
const NAMED = 8;

/** Promises with their versions, and what a new one would change. */
export function ruleCalls(context: EngineContext): Pick<Handlers, 'rules.policies' | 'rules.preview'> {
  return {
    'rules.policies': () => policies(context),
    'rules.preview': ({ policy }) => preview(context, policy),
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
  const db = context.ledger.reader;
  const found: (MoveEffect & { number: string })[] = [];
  let cases = 0;
  for (let after = ''; ; ) {
    const rows = await db.all<{ id: string }>('SELECT id FROM case_row WHERE open = 1 AND id > ? ORDER BY id LIMIT ?', [
      after,
      STEP,
    ]);
    const last = rows.at(-1);
    if (last === undefined) break;
    cases += rows.length;
    found.push(...(await effectsOn(context, db, rows, policy)));
    after = last.id;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const count = (test: (one: MoveEffect) => boolean) => found.filter(test).length;
  return {
    cases,
    running: found.length,
    earlier: count(({ before, after }) => after.due < before.due),
    later: count(({ before, after }) => after.due > before.due),
    newlyLate: count(({ before, after }) => after.late && !before.late),
    noLongerLate: count(({ before, after }) => before.late && !after.late),
    moves: found.slice(0, MOST_MOVES).map(({ case: id, clock }) => ({ case: id, clock })),
    first: found
      .filter(({ before, after }) => before.due !== after.due)
      .sort((a, b) => a.after.due - b.after.due)
      .slice(0, NAMED)
      .map(({ number, before, after }) => ({ number, before: before.due, after: after.due })),
  };
}

async function effectsOn(
  context: EngineContext,
  db: Database,
  rows: readonly { id: string }[],
  policy: ReturnType<typeof readPolicy>,
): Promise<(MoveEffect & { number: string })[]> {
  const states = await loadCases(
    db,
    rows.map((row) => row.id),
  );
  const shown = await loadShown(db, new Set([...states.values()].map((state) => state.incident)));
  return [...states.values()].flatMap((state) => {
    const incident = shown.get(state.incident)?.incident;
    if (incident === undefined) return [];
    const effects = previewMove([clockFacts(state, incident)], policy, context.ledger.rules(), context.clock.now());
    return effects.map((effect) => ({ ...effect, number: state.number ?? state.label ?? state.id.slice(0, 8) }));
  });
}
