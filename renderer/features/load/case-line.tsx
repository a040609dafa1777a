import { type ReactNode, useRef } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { shortNumberOfVictim } from '#renderer/app/short-number.ts';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { useDragCases } from './use-drop-branch.ts';

interface CaseLineProps {
  judged: Judged;
  /** Left out where a line cannot be ticked. */
  ticked?: boolean;
  onTick?: (on: boolean) => void;
  children?: ReactNode;
}

/** One case: tick it, drag it onto an office, or open it at the desk. */
export function CaseLine({ judged: { row, urgency }, ticked, onTick, children }: CaseLineProps) {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const ref = useRef<HTMLLIElement>(null);
  useDragCases(ref, row.case);
  return (
    <li ref={ref} className="load-case" data-lift={row.case}>
      {onTick ? (
        <input
          type="checkbox"
          aria-label={say('load.tick', { number: row.number })}
          checked={ticked}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      ) : null}
      <UrgencyGlyph urgency={urgency} size={14} label={say(`urgency.${urgency}`)} />
      <button type="button" className="load-open" title={row.number} onClick={() => verbs.select(row.case)}>
        {shortNumberOfVictim(row, clock.now())}
      </button>
      <span className="load-what">
        {say(`severity.${row.severity}`)} · {row.place ?? say('around.place.unknown')}
      </span>
      {children}
    </li>
  );
}
