import { useCallback, useSyncExternalStore } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

/** The way to the acts before a supervisor: while some wait for a word, and while a word can be put back. */
export function StatusHeld() {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const toDecide = usePicture((picture) => picture.link?.toDecide ?? 0);
  const until = usePicture((picture) => picture.link?.putBackUntil ?? 0);
  const fresh = useSyncExternalStore(clock.subscribe, () => clock.now() < until);
  const left = useCallback(
    (now: number) => say('undo.left', { n: Math.max(0, Math.ceil((until - now) / 1_000)) }),
    [say, until],
  );
  if (toDecide === 0 && !fresh) return null;
  return (
    <button type="button" className="status-item status-button" onClick={() => verbs.show('held')}>
      {toDecide > 0 ? (
        <>
          {say('held.status')} <b>{toDecide}</b>
        </>
      ) : null}
      {toDecide > 0 && fresh ? ' · ' : null}
      {fresh ? (
        <>
          {say('held.status.put-back')}{' '}
          <b aria-hidden>
            <TickingText clock={clock} text={left} />
          </b>
        </>
      ) : null}
    </button>
  );
}
