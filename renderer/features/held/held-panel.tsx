import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { HeldActView } from '#shared/contract/view/held-act.ts';
import { HeldCard } from './held-card.tsx';
import { useDecisions } from './use-decisions.ts';
import './held.css';

/** The acts that wait for a supervisor's word. Render it always; it shows itself. */
export function HeldPanel() {
  const open = usePicture((picture) => picture.overlay === 'held');
  return open ? <OpenHeld /> : null;
}

function OpenHeld() {
  const say = useSay();
  const { verbs } = useDesk();
  const toDecide = usePicture((picture) => picture.link?.toDecide ?? 0);
  const [reply, setReply] = useState<Reply<HeldActView[]> | null>(null);
  const acts = reply?.ok ? reply.value : [];
  const { read, failed, decide, putBack } = useDecisions(acts, setReply);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count of the link says when the list is another
  useEffect(read, [read, toDecide]);
  // The focus starts at the first card, which is there later than the dialog, and goes on from one that left the list.
  const cards = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const started = useRef(false);
  useEffect(() => {
    if (!reply?.ok || (started.current && document.activeElement !== document.body)) return;
    started.current = true;
    (cards.current?.querySelector<HTMLElement>('.held') ?? close.current)?.focus();
  }, [reply]);
  return (
    <Dialog
      title={say('held.title')}
      width={640}
      onClose={() => verbs.show('none')}
      foot={
        <Button ref={close} onClick={() => verbs.show('none')}>
          {say('desk.close')}
        </Button>
      }
    >
      {reply === null ? <p role="status">{say('held.loading')}</p> : null}
      {reply && !reply.ok ? (
        <p role="alert">
          {say('held.failed')} {say.ref(reply.failure.message)} <Button onClick={read}>{say('drawer.retry')}</Button>
        </p>
      ) : null}
      {reply?.ok && acts.length === 0 ? <p>{say('held.empty')}</p> : null}
      {acts.length > 0 ? <p className="held-lead">{say('held.lead')}</p> : null}
      <div ref={cards}>
        {acts.map((held, index) => (
          <HeldCard
            key={held.act}
            held={held}
            first={index === 0}
            onOpen={() => {
              verbs.show('none');
              verbs.select(held.case);
            }}
            failed={failed.get(held.act) ?? null}
            onDecide={(act, via) => void decide(act, via)}
            onPutBack={() => void putBack(held.act)}
          />
        ))}
      </div>
    </Dialog>
  );
}
