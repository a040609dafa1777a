import { useMemo, useState } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Segments } from '#renderer/ui/segments.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { BranchCases } from './branch-cases.tsx';
import { Inbox } from './inbox.tsx';
import { LoadTable } from './load-table.tsx';
import { MovePlan, type PlanAsk } from './move-plan.tsx';
import { SinceShift } from './since-shift.tsx';
import './load.css';

const NONE: readonly Judged[] = [];
/** The worst first. */
const RANK: Readonly<Record<Judged['urgency'], number>> = { missed: 0, warned: 1, running: 2, paused: 3, met: 4 };

/** The supervisor's view: offices by load on the left; on the right what waits, an office's cases, or a plan for them. */
export function LoadView() {
  const say = useSay();
  const { clock } = useDesk();
  const board = usePicture((picture) => picture.board);
  const [branch, setBranch] = useState<string | null | undefined>(undefined);
  const [side, setSide] = useState<'inbox' | 'cases' | 'since'>('inbox');
  const [plan, setPlan] = useState<PlanAsk | null>(null);
  const open = board?.open ?? NONE;
  const cases = useMemo(
    () =>
      open
        .filter(({ row }) => branch !== undefined && row.lead === branch)
        .sort((a, b) => RANK[a.urgency] - RANK[b.urgency] || a.row.receivedAt - b.row.receivedAt),
    [open, branch],
  );
  const name = branch == null ? say('load.nobody') : `${branch} ${branchByCode(branch)?.short ?? ''}`;
  return (
    <main className="load">
      <section className="load-left" aria-label={say('load.title')}>
        <h2>{say('load.title')}</h2>
        <LoadTable
          open={open}
          now={board?.at ?? clock.now()}
          selected={branch}
          onPick={(picked) => {
            setBranch(picked);
            setSide('cases');
            setPlan(null);
          }}
        />
      </section>
      <section className="load-right" aria-label={say('load.side')}>
        {plan ? (
          <MovePlan ask={plan} onClose={() => setPlan(null)} />
        ) : (
          <>
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
              ]}
              onPick={(picked) => setSide(picked)}
            />
            {side === 'inbox' ? <Inbox open={open} onPlan={setPlan} /> : null}
            {side === 'since' ? <SinceShift /> : null}
            {side === 'cases' && branch === undefined ? <p className="load-none">{say('load.cases.choose')}</p> : null}
            {side === 'cases' && branch !== undefined ? (
              <BranchCases key={branch} branch={branch} cases={cases} onPlan={setPlan} />
            ) : null}
          </>
        )}
      </section>
    </main>
  );
}
