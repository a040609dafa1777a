import { useState } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import type { PlanAsk } from '#renderer/app/load-part.ts';
import { MOST_AT_ONCE } from '#renderer/app/store/marks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { CaseLine } from './case-line.tsx';

interface BranchCasesProps {
  /** Null: what nobody has. */
  branch: string | null;
  cases: readonly Judged[];
  onPlan(ask: PlanAsk): void;
}

/** The open cases of an office, the worst first; those ticked can go elsewhere together. */
export function BranchCases({ branch, cases, onPlan }: BranchCasesProps) {
  const say = useSay();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const movable = cases.filter(({ row }) => !row.readOnly).slice(0, MOST_AT_ONCE);
  const chosen = movable.filter(({ row }) => !left.has(row.case)).map(({ row }) => row.case);
  if (cases.length === 0) return <p className="load-none">{say('load.cases.none')}</p>;
  return (
    <>
      <p className="load-do">
        <Button
          look="primary"
          disabled={chosen.length === 0}
          onClick={() => onPlan({ cases: chosen, avoid: branch, spread: false })}
        >
          {say(branch === null ? 'load.plan.assign' : 'load.plan.move', { n: chosen.length })}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => setLeft(new Set(movable.map(({ row }) => row.case)))}>
          {say('load.untick')}
        </Button>
        {left.size > 0 ? <Button onClick={() => setLeft(new Set())}>{say('load.tick-all')}</Button> : null}
      </p>
      {cases.length > MOST_AT_ONCE ? <p className="load-none">{say('load.cases.most', { n: MOST_AT_ONCE })}</p> : null}
      <ul className="load-cases">
        {movable.map((judged) => (
          <CaseLine
            key={judged.row.case}
            judged={judged}
            ticked={!left.has(judged.row.case)}
            onTick={(on) => {
              const next = new Set(left);
              if (on) next.delete(judged.row.case);
              else next.add(judged.row.case);
              setLeft(next);
            }}
          />
        ))}
      </ul>
    </>
  );
}
