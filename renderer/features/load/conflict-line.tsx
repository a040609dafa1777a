import { useState } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { Conflicts } from '#renderer/app/conflict/conflicts.tsx';
import { useCaseDetail } from '#renderer/app/use-case-detail.ts';
import { usePresence } from '#renderer/app/use-presence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { CaseLine } from './case-line.tsx';

interface ConflictLineProps {
  judged: Judged;
  open: boolean;
  /** Opens it, or closes it for later. */
  onOpen(open: boolean): void;
}

/** A case with conflicts: a press opens both halves of each right below, so that nobody leaves the view to settle them. */
export function ConflictLine({ judged, open, onOpen }: ConflictLineProps) {
  const say = useSay();
  const { case: id, number, conflicts } = judged.row;
  return (
    <>
      <CaseLine judged={judged}>
        <Button data-settle={id} aria-expanded={open} onClick={() => onOpen(!open)}>
          {say('load.settle', { n: conflicts })}
          <span className="sr-only"> {number}</span>
        </Button>
      </CaseLine>
      {open ? (
        <li className="load-conflict">
          <OpenConflicts
            caseId={id}
            onLater={() => {
              onOpen(false);
              document.querySelector<HTMLElement>(`[data-settle="${CSS.escape(id)}"]`)?.focus();
            }}
          />
        </li>
      ) : null}
    </>
  );
}

function OpenConflicts({ caseId, onLater }: { caseId: string; onLater(): void }) {
  const say = useSay();
  const [attempt, setAttempt] = useState(0);
  const state = useCaseDetail(caseId, attempt);
  const others = usePresence(caseId);
  if (state.at === 'loading')
    return (
      <p className="load-none" role="status">
        {say('load.loading')}
      </p>
    );
  if (state.at === 'failed')
    return (
      <p role="alert">
        {say('drawer.failed')} {say.ref(state.failure.message)}{' '}
        <Button onClick={() => setAttempt(attempt + 1)}>{say('drawer.retry')}</Button>
      </p>
    );
  return (
    <>
      {others.length > 0 ? <p className="load-none">{say('drawer.readers', { names: others.join(', ') })}</p> : null}
      <Conflicts detail={state.detail} asked={1} at="inbox" onLater={onLater} />
    </>
  );
}
