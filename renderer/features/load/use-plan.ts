import { useCallback, useEffect, useMemo, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { isSamePlan, type KeptPlan, retold } from '#renderer/app/load-part.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { PlannedMove } from '#shared/contract/view/load.ts';

export interface PlanAtWork {
  /** What can still go, those that do in front; null while it is proposed. */
  moves: readonly PlannedMove[] | null;
  /** Cases without a proposal, and cases that are closed or no longer in sight. */
  unplaced: number;
  gone: number;
  failure: Failure | null;
  keep(change: Partial<KeptPlan>): void;
  send(moves: readonly { case: string; branch: string }[]): Promise<void>;
}

/** A plan as the desk keeps it: proposed once, told anew where the cases moved meanwhile, changed by hand. */
export function usePlan(plan: KeptPlan): PlanAtWork {
  const { engine, verbs, picture } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const rows = usePicture((now) => now.rows);
  const { cases, avoid, spread } = plan;
  const here = useMemo(
    () => new Set(cases.filter((id) => (rows?.get(id)?.status ?? 'closed') !== 'closed')),
    [cases, rows],
  );
  // Who leads them now: when that changes, every line says something else.
  const leads = cases.map((id) => rows?.get(id)?.lead ?? '').join();
  const fresh = plan.moves === null;

  const ofThis = useCallback(() => {
    const now = picture().load.plan;
    return now !== null && isSamePlan(now, { cases, avoid, spread }) ? now : null;
  }, [picture, cases, avoid, spread]);
  const keep = useCallback(
    (change: Partial<KeptPlan>) => {
      const now = ofThis();
      if (now) verbs.supervise({ plan: { ...now, ...change } });
    },
    [ofThis, verbs],
  );

  useEffect(() => {
    if (!fresh) return;
    let stale = false;
    void engine.call('moves.propose', { cases: [...cases], avoid, spread }).then((reply) => {
      if (stale) return;
      setFailure(reply.ok ? null : reply.failure);
      // Those that go stand first, by number; lines changed by hand keep their place.
      if (reply.ok) keep({ moves: reply.value.toSorted(byRankAndNumber) });
    });
    return () => {
      stale = true;
    };
  }, [engine, cases, avoid, spread, fresh, keep]);

  const preview = useCallback(
    async (
      moves: readonly { case: string; branch: string }[],
      merge: (before: readonly PlannedMove[], told: PlannedMove[]) => readonly PlannedMove[],
    ) => {
      if (moves.length === 0) return;
      const reply = await engine.call('moves.preview', { moves: [...moves] });
      const before = ofThis()?.moves ?? null;
      if (before === null) return;
      setFailure(reply.ok ? null : reply.failure);
      if (reply.ok) keep({ moves: merge(before, reply.value) });
    },
    [engine, ofThis, keep],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the plan is taken up again and when a lead changed
  useEffect(() => {
    const standing = (ofThis()?.moves ?? []).filter((move) => here.has(move.case));
    void preview(
      standing.map((move) => ({ case: move.case, branch: move.branch })),
      retold,
    );
  }, [leads]);

  const moves = plan.moves?.filter((move) => here.has(move.case)) ?? null;
  return {
    moves,
    unplaced: moves === null ? 0 : here.size - moves.length,
    gone: rows === null ? 0 : cases.length - here.size,
    failure,
    keep,
    send: (changed) =>
      preview(changed, (before, told) => {
        const byCase = new Map(told.map((move) => [move.case, move]));
        return before.map((move) => byCase.get(move.case) ?? move);
      }),
  };
}

function byRankAndNumber(a: PlannedMove, b: PlannedMove): number {
  return rank(a) - rank(b) || a.number.localeCompare(b.number, 'en', { numeric: true });
}

function rank({ refused }: PlannedMove): number {
  return Number(refused !== null);
}
