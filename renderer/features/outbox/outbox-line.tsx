import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { OutboxEntry } from '#shared/contract/view/desk.ts';
import { isTextKey } from '#shared/text/catalogue.ts';
import { formatMoment } from '#shared/text/format.ts';

interface OutboxLineProps {
  entry: OutboxEntry;
  /** Words when it failed, null when the act left the list. */
  onWithdraw(reason: string): Promise<string | null>;
}

/** One act: when, what, on which case; a rejected one says why and can be withdrawn with a reason. */
export function OutboxLine({ entry, onWithdraw }: OutboxLineProps) {
  const say = useSay();
  const { clock } = useDesk();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  return (
    <li className="outbox-line">
      <time>{formatMoment(say.lang, entry.at, clock.now())}</time>
      <b>{entry.number ?? '–'}</b>
      <span>{say.ref(entry.words)}</span>
      {entry.state === 'rejected' && !asking ? (
        <Button onClick={() => setAsking(true)}>{say('outbox.withdraw')}</Button>
      ) : null}
      {entry.message === null ? null : (
        <p className="outbox-why">{say('outbox.why', { message: refusalWords(say, entry.code, entry.message) })}</p>
      )}
      {asking ? (
        <form
          className="outbox-ask"
          onSubmit={async (event) => {
            event.preventDefault();
            if (reason.trim() === '') return setError(say('form.needed'));
            setError(await onWithdraw(reason.trim()));
          }}
        >
          <TextField
            label={say('outbox.withdraw.reason')}
            hint={say('outbox.withdraw.hint')}
            error={error ?? undefined}
            value={reason}
            autoFocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" look="primary">
            {say('outbox.withdraw.do')}
          </Button>
          <Button onClick={() => setAsking(false)}>{say('form.cancel')}</Button>
        </form>
      ) : null}
    </li>
  );
}

/** Central's reason in this window's language where its code has words without parameters, else as central put it. */
function refusalWords(say: Say, code: string | null, message: string): string {
  const key = `failure.${code}`;
  return isTextKey(key) && key !== 'failure.bad-input' ? say.key(key) : message;
}
