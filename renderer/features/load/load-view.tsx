import { useMemo, useState } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { goingIn, type LoadPart, type PlanAsk, planFor } from '#renderer/app/load-part.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Segments } from '#renderer/ui/segments.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { BranchCases } from './branch-cases.tsx';
import { Inbox } from './inbox.tsx';
import { LoadCarry } from './load-carry.tsx';
import { LoadTable } from './load-table.tsx';
import { MovePlan } from './move-plan.tsx';
import { PlanWaits } from './plan-waits.tsx';
import { SinceShift } from './since-shift.tsx';
import './load.css';

const NONE: readonly Judged[] = [];
/** The worst first. */
const RANK: Readonly<Record<Judged['urgency'], number>> = { missed: 0, warned: 1, running: 2, paused: 3, met: 4 };

/** The supervisor's view: offices by load on the left; on the right what waits, an office's cases, or a plan for them. */
export function LoadView() {
  const say = useSay();
  const { clock, verbs } = useDesk();
  const board = usePicture((picture) => picture.board);
  const { side, branch, plan } = usePicture((picture) => picture.load);
  // A plan that would take the place of the one that waits.
  const [other, setOther] = useState<PlanAsk | null>(null);
  const [view, setView] = useState<HTMLElement | null>(null);
  const open = board?.open ?? NONE;
  const cases = useMemo(
    () =>
      open
        .filter(({ row }) => branch !== undefined && row.lead === branch)
        .sort((a, b) => RANK[a.urgency] - RANK[b.urgency] || a.row.receivedAt - b.row.receivedAt),
    [open, branch],
  );
  const show = (picked: LoadPart['side']) => {
    setOther(null);
    verbs.supervise({ side: picked });
  };
  const begin = (ask: PlanAsk) => {
    setOther(null);
    verbs.supervise({ plan: planFor(ask), side: 'plan' });
  };
  const onPlan = (ask: PlanAsk) => (plan === null ? begin(ask) : setOther(ask));
  const name = branch == null ? say('load.nobody') : `${branch} ${branchByCode(branch)?.short ?? ''}`;
  return (
    <main ref={setView} className="load">
      <LoadCarry view={view} open={open} />
      <section className="load-left" aria-label={say('load.title')}>
        <h2>{say('load.title')}</h2>
        <LoadTable
          open={open}
          now={board?.at ?? clock.now()}
          selected={branch}
          onPick={(picked) => {
            setOther(null);
            verbs.supervise({ branch: picked, side: 'cases' });
          }}
        />
      </section>
      <section className="load-right" aria-label={say('load.side')}>
        <Segments
          label={say('load.side')}
          value={side}
          options={[
            { value: 'inbox' as const, node: say('load.inbox') },
            {
              value: 'cases' as const,
              node: branch === undefined ? say('load.cases') : say('load.cases.of', { name }),
            },
            { value: 'since' as const, node: say('load.since') },
            ...(plan ? [{ value: 'plan' as const, node: say('load.plan.tab', { n: goingIn(plan) }) }] : []),
          ]}
          onPick={show}
        />
        {plan && other ? <PlanWaits plan={plan} onOpen={() => show('plan')} onReplace={() => begin(other)} /> : null}
        {side === 'inbox' ? <Inbox open={open} onPlan={onPlan} /> : null}
        {side === 'since' ? <SinceShift /> : null}
        {side === 'plan' && plan ? <MovePlan plan={plan} /> : null}
        {side === 'cases' && branch === undefined ? <p className="load-none">{say('load.cases.choose')}</p> : null}
        {side === 'cases' && branch !== undefined ? (
          <BranchCases key={branch} branch={branch} cases={cases} onPlan={onPlan} />
        ) : null}
      </section>
    </main>
  );
}
