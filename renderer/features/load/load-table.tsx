import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDuty } from '#renderer/app/use-duty.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { branches } from '#shared/geo/branches.ts';
import { branchLoads, type LoadSort, sortLoads } from './branch-loads.ts';
import { LoadRow } from './load-row.tsx';

interface LoadTableProps {
  open: readonly Judged[];
  /** ms since 1970, of the board. */
  now: number;
  /** Undefined: no office is looked at; null: what nobody has. */
  selected: string | null | undefined;
  onPick(branch: string | null): void;
}

/** Every office by load; each row takes cases that are dropped on it. */
export function LoadTable({ open, now, selected, onPick }: LoadTableProps) {
  const say = useSay();
  const [{ sort, down }, setSort] = useState<{ sort: LoadSort; down: boolean }>({ sort: 'late', down: true });
  const duty = useDuty(true);
  const lines = useMemo(() => branchLoads(open, branches, duty), [open, duty]);
  const sorted = useMemo(() => sortLoads(lines, sort, down), [lines, sort, down]);
  const most = Math.max(1, ...lines.map(({ active }) => active));
  const head = (of: LoadSort, words: string) => {
    // From A on, and none on duty before some, is upwards.
    const rising = of === 'name' || of === 'duty' ? down : !down;
    return (
      <th scope="col" aria-sort={sort === of ? (rising ? 'ascending' : 'descending') : 'none'}>
        <button type="button" onClick={() => setSort({ sort: of, down: sort === of ? !down : true })}>
          {words}
          {sort === of ? rising ? <ArrowUp size={12} aria-hidden /> : <ArrowDown size={12} aria-hidden /> : null}
        </button>
      </th>
    );
  };
  return (
    <div className="load-scroll">
      <table className="load-table">
        <caption className="sr-only">{say('load.title')}</caption>
        <thead>
          <tr>
            {head('name', say('load.branch'))}
            {head('late', say('load.late'))}
            {head('warned', say('load.warned'))}
            {head('active', say('load.active'))}
            {head('waiting', say('load.waiting'))}
            {head('duty', say('load.duty'))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <LoadRow
              key={line.branch ?? 'CRC'}
              line={line}
              most={most}
              selected={selected !== undefined && selected === line.branch}
              now={now}
              onPick={() => onPick(line.branch)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
