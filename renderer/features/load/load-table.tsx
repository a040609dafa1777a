import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { DutyNow } from '#shared/contract/view/load.ts';
import { branches } from '#shared/geo/branches.ts';
import { branchLoads, type LoadSort, sortLoads } from './branch-loads.ts';
import { LoadRow } from './load-row.tsx';

/** Duties are asked for again so often; ms. */
const DUTY_EVERY_MS = 60_000;

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
  const { engine } = useDesk();
  const [{ sort, down }, setSort] = useState<{ sort: LoadSort; down: boolean }>({ sort: 'late', down: true });
  const [duty, setDuty] = useState<DutyNow | null>(null);
  useEffect(() => {
    const ask = () =>
      void engine.call('load.duty', {}).then((reply) => {
        if (reply.ok) setDuty(reply.value);
      });
    ask();
    const timer = setInterval(ask, DUTY_EVERY_MS);
    return () => clearInterval(timer);
  }, [engine]);
  const lines = useMemo(() => {
    const names = duty && new Map(duty.offices.map((one) => [one.branch as string, one.names]));
    return branchLoads(open, branches, names);
  }, [open, duty]);
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
