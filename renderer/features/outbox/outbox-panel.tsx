import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { OutboxEntry } from '#shared/contract/view/desk.ts';
import { OutboxLine } from './outbox-line.tsx';
import './outbox.css';

/** Acts that wait for central, and those it sent back. Render it always; it shows itself. */
export function OutboxPanel() {
  const open = usePicture((picture) => picture.overlay === 'outbox');
  return open ? <OpenOutbox /> : null;
}

function OpenOutbox() {
  const say = useSay();
  const { engine, verbs } = useDesk();
  const waiting = usePicture((picture) => picture.link?.waiting ?? 0);
  const rejected = usePicture((picture) => picture.link?.rejected ?? 0);
  const [reply, setReply] = useState<Reply<OutboxEntry[]> | null>(null);
  const read = useCallback(() => void engine.call('outbox.list', {}).then(setReply), [engine]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts of the link say when the list is another
  useEffect(read, [read, waiting, rejected]);

  const entries = reply?.ok ? reply.value : [];
  const group = (state: OutboxEntry['state']) => entries.filter((one) => one.state === state);
  return (
    <Dialog
      title={say('outbox.title')}
      width={640}
      onClose={() => verbs.show('none')}
      foot={
        <Button data-autofocus onClick={() => verbs.show('none')}>
          {say('outbox.close')}
        </Button>
      }
    >
      {reply === null ? <p role="status">{say('outbox.loading')}</p> : null}
      {reply && !reply.ok ? (
        <p role="alert">
          {say('outbox.failed')} {say.ref(reply.failure.message)} <Button onClick={read}>{say('drawer.retry')}</Button>
        </p>
      ) : null}
      {reply?.ok && entries.length === 0 ? <p>{say('outbox.empty')}</p> : null}
      {(['rejected', 'waiting'] as const).map((state) =>
        group(state).length > 0 ? (
          <section key={state} className="outbox-group">
            <h3>
              {say(`outbox.${state}`)} <span>{group(state).length}</span>
            </h3>
            <p>{say(`outbox.${state}.lead`)}</p>
            <ul>
              {group(state).map((entry) => (
                <OutboxLine
                  key={entry.act}
                  entry={entry}
                  onWithdraw={async (reason) => {
                    const answer = await engine.call('outbox.withdraw', { act: entry.act, reason });
                    if (!answer.ok) return say.ref(answer.failure.message);
                    setReply(answer);
                    return null;
                  }}
                />
              ))}
            </ul>
          </section>
        ) : null,
      )}
    </Dialog>
  );
}
