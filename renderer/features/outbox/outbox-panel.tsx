import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { OutboxEntry } from '#shared/contract/view/desk.ts';
import { outboxGroups } from './outbox-groups.ts';
import { OutboxLine } from './outbox-line.tsx';
import { useAgain } from './use-again.ts';
import './outbox.css';

/** The acts of this console by where they stand: sent back, in conflict, waiting, arrived. Render it always; it shows itself. */
export function OutboxPanel() {
  const open = usePicture((picture) => picture.overlay === 'outbox');
  return open ? <OpenOutbox /> : null;
}

function OpenOutbox() {
  const say = useSay();
  const { engine, verbs } = useDesk();
  const waiting = usePicture((picture) => picture.link?.waiting ?? 0);
  const rejected = usePicture((picture) => picture.link?.rejected ?? 0);
  const held = usePicture((picture) => picture.link?.held ?? 0);
  const again = useAgain();
  const [reply, setReply] = useState<Reply<OutboxEntry[]> | null>(null);
  const [sent, setSent] = useState<readonly OutboxEntry[]>([]);
  const read = useCallback(() => {
    void engine.call('outbox.list', {}).then(setReply);
    void engine.call('outbox.sent', {}).then((answer) => setSent(answer.ok ? answer.value : []));
  }, [engine]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts of the link say when the list is another
  useEffect(read, [read, waiting, rejected, held]);

  const groups = reply?.ok ? outboxGroups([reply.value, sent]) : [];
  return (
    <Dialog
      title={say('outbox.title')}
      width={720}
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
      {reply?.ok && groups.length === 0 ? <p>{say('outbox.empty')}</p> : null}
      {groups.map(({ state, entries }) => (
        <section key={state} className="outbox-group">
          <h3>
            {say(`outbox.${state}`)} <span>{entries.length}</span>
          </h3>
          <p>{say(`outbox.${state}.lead`)}</p>
          <ul>
            {entries.map((entry) => (
              <OutboxLine
                key={entry.act}
                entry={entry}
                onAgain={async () => {
                  const failed = await again(entry);
                  read();
                  return failed;
                }}
                onOpen={() => {
                  verbs.show('none');
                  verbs.select(entry.case);
                }}
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
      ))}
    </Dialog>
  );
}
