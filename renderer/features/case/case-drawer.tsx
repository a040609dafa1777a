import { useMemo, useState } from 'react';
import { useCaseDetail } from '#renderer/app/use-case-detail.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { usePresence } from '#renderer/app/use-presence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { DrawerBody } from './drawer-body.tsx';
import { DrawerHead } from './drawer-head.tsx';
import './drawer.css';

/** The drawer of the desk: everything known of the selected case, and what may be done with it. */
export function CaseDrawer() {
  const say = useSay();
  const selected = usePicture((picture) => picture.selectedCase);
  return (
    <aside className="drawer" aria-label={say('drawer.label')}>
      {selected === null ? (
        <div className="drawer-empty">
          <p>{say('drawer.none')}</p>
          <p>{say('drawer.none.keys')}</p>
        </div>
      ) : (
        <OpenCase key={selected} caseId={selected} />
      )}
    </aside>
  );
}

function OpenCase({ caseId }: { caseId: string }) {
  const say = useSay();
  const [attempt, setAttempt] = useState(0);
  const state = useCaseDetail(caseId, attempt);
  const others = usePresence(caseId);
  const queued = usePicture((picture) => picture.rows?.get(caseId) ?? null);
  const shown = usePicture((picture) => picture.board?.shown ?? null);
  // Looked for once a board, not whenever anything in the desk's picture changed.
  const at = useMemo(() => shown?.findIndex(({ row }) => row.case === caseId) ?? -1, [shown, caseId]);
  const of = shown?.length ?? 0;
  const row = state.at === 'open' ? state.detail.row : queued;
  return (
    <>
      {row ? <DrawerHead row={row} at={at} of={of} others={others} /> : null}
      {state.at === 'open' ? <DrawerBody detail={state.detail} /> : null}
      {state.at === 'loading' ? (
        <p className="drawer-part drawer-quiet" role="status">
          {say('drawer.loading')}
        </p>
      ) : null}
      {state.at === 'failed' ? (
        <div className="drawer-part" role="alert">
          <p>
            {say('drawer.failed')} {say.ref(state.failure.message)}
          </p>
          <Button onClick={() => setAttempt(attempt + 1)}>{say('drawer.retry')}</Button>
        </div>
      ) : null}
    </>
  );
}
