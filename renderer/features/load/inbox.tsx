import { useEffect, useMemo, useRef } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { PlanAsk } from '#renderer/app/load-part.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import { formatMoment } from '#shared/text/format.ts';
import { CaseLine } from './case-line.tsx';
import { ConflictLine } from './conflict-line.tsx';

/** An accident with so many open cases is shared out. */
const MANY = 3;

interface InboxProps {
  open: readonly Judged[];
  onPlan(ask: PlanAsk): void;
}

/** What waits for a supervisor: offers that were declined, conflicts, accidents with many victims. */
export function Inbox({ open, onPlan }: InboxProps) {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const settling = usePicture((picture) => picture.load.conflict);
  const place = useRef<HTMLDivElement>(null);
  const declined = useMemo(() => open.filter(isDeclined), [open]);
  const conflicts = useMemo(() => open.filter(({ row }) => row.conflicts > 0), [open]);
  const accidents = useMemo(() => accidentsOf(open), [open]);
  const gone = settling !== null && !conflicts.some(({ row }) => row.case === settling);
  // One settled, the next one's button is in hand: a row of them goes by keys alone.
  useEffect(() => {
    if (!gone) return;
    verbs.supervise({ conflict: null });
    const next =
      place.current?.querySelector<HTMLElement>('[data-settle]') ?? place.current?.querySelector<HTMLElement>('h3');
    next?.focus();
  }, [gone, verbs]);
  return (
    <div className="load-inbox" ref={place}>
      <h3 tabIndex={-1}>{say('load.conflicts', { n: conflicts.length })}</h3>
      {conflicts.length === 0 ? <p className="load-none">{say('load.conflicts.none')}</p> : null}
      <ul className="load-cases">
        {conflicts.map((judged) => (
          <ConflictLine
            key={judged.row.case}
            judged={judged}
            open={judged.row.case === settling}
            onOpen={(on) => verbs.supervise({ conflict: on ? judged.row.case : null })}
          />
        ))}
      </ul>
      <h3>{say('load.declined', { n: declined.length })}</h3>
      {declined.length === 0 ? <p className="load-none">{say('load.declined.none')}</p> : null}
      <ul className="load-cases">
        {declined.map((judged) => (
          <CaseLine key={judged.row.case} judged={judged}>
            <small>{say('offer.reassign-due', { at: formatMoment(say.lang, reassignDue(judged), clock.now()) })}</small>
          </CaseLine>
        ))}
      </ul>
      {declined.length > 0 ? (
        <p className="load-do">
          <Button onClick={() => onPlan({ cases: declined.map(({ row }) => row.case), avoid: null, spread: false })}>
            {say('load.plan.assign', { n: declined.length })}
          </Button>
        </p>
      ) : null}
      <h3>{say('load.accidents', { n: accidents.length })}</h3>
      {accidents.length === 0 ? <p className="load-none">{say('load.accidents.none', { n: MANY })}</p> : null}
      <ul className="load-cases">
        {accidents.map(({ incident, cases, place }) => (
          <li key={incident} className="load-case">
            <span className="load-what">
              {say('load.accident', { n: cases.length, place: place ?? say('around.place.unknown') })}
            </span>
            <Button onClick={() => onPlan({ cases, avoid: null, spread: true })}>{say('load.plan.share')}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isDeclined({ row }: Judged): boolean {
  return row.lead === null && row.clocks.some(runsToReassign);
}

const runsToReassign = ({ key, stoppedAt }: SlimClock) => key === 'kpi.reassignment' && stoppedAt === null;

/** By when a declined case is to have a branch again, ms since 1970. */
function reassignDue({ row }: Judged): number {
  return row.clocks.find(runsToReassign)?.due ?? row.receivedAt;
}

/** Accidents with many open cases, the largest first. */
export function accidentsOf(open: readonly Judged[]): { incident: string; cases: string[]; place: string | null }[] {
  const found = new Map<string, { incident: string; cases: string[]; place: string | null }>();
  for (const { row } of open) {
    if (row.readOnly) continue;
    const one = found.get(row.incident) ?? { incident: row.incident, cases: [], place: row.place };
    one.cases.push(row.case);
    found.set(row.incident, one);
  }
  return [...found.values()]
    .filter(({ cases }) => cases.length >= MANY)
    .sort((a, b) => b.cases.length - a.cases.length || (a.incident < b.incident ? -1 : 1));
}
