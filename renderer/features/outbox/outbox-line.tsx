import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ReasonLine } from '#renderer/ui/reason-line.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { OutboxEntry } from '#shared/contract/view/desk.ts';
import { isTextKey } from '#shared/text/catalogue.ts';
import { formatMoment } from '#shared/text/format.ts';

interface OutboxLineProps {
  entry: OutboxEntry;
  /** Words when it failed, null when the act left the list. */
  onWithdraw(reason: string): Promise<string | null>;
  /** Words when it failed, null when it was made again or its form stands open. */
  onAgain(): Promise<string | null>;
  onOpen(): void;
}

/** One act: when, what, on which case; a rejected one says why, and can be made again or withdrawn with a reason. */
export function OutboxLine({ entry, onWithdraw, onAgain, onOpen }: OutboxLineProps) {
  const say = useSay();
  const { clock } = useDesk();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const why = whyWords(say, entry);
  return (
    <li className="outbox-line">
      <time>{formatMoment(say.lang, entry.at, clock.now())}</time>
      {entry.case === null ? (
        <b>{entry.number ?? '–'}</b>
      ) : (
        <button
          type="button"
          className="outbox-case"
          aria-label={say('outbox.open', { number: entry.number ?? '–' })}
          onClick={onOpen}
        >
          {entry.number ?? '–'}
        </button>
      )}
      <span>
        {entry.more === undefined ? null : <b>{say('outbox.more', { n: entry.more })}: </b>}
        {say.ref(entry.words)}
      </span>
      {entry.state === 'rejected' && !asking ? (
        <span className="outbox-do">
          {entry.again === null ? null : (
            <Button onClick={async () => setError(await onAgain())}>
              {say(entry.again === 'edit' ? 'outbox.again.edit' : 'outbox.again')}
            </Button>
          )}
          <Button onClick={() => setAsking(true)}>{say('outbox.withdraw')}</Button>
        </span>
      ) : null}
      {why === null ? null : <p className="outbox-why">{why}</p>}
      {error !== null && !asking ? (
        <p className="outbox-why" role="alert">
          {error}
        </p>
      ) : null}
      {asking ? (
        <ReasonLine
          label={say('outbox.withdraw.reason')}
          hint={say('outbox.withdraw.hint')}
          verb={say('outbox.withdraw.do')}
          onDo={onWithdraw}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
}

/** Why it stands where it stands: central's words, or the supervisor's; null where there is nothing to say. */
function whyWords(say: Say, { state, code, message }: OutboxEntry): string | null {
  if (message === null) return code === 'turned-down' ? say('outbox.why.erased') : null;
  const key = `held.why.${code}`;
  if (state === 'held') return isTextKey(key) ? say.key(key) : message;
  if (code === 'turned-down') return say('outbox.why.turned-down', { message });
  return say('outbox.why', { message: refusalWords(say, code, message) });
}

/** Central's reason in this window's language where its code has words without parameters, else as central put it. */
function refusalWords(say: Say, code: string | null, message: string): string {
  const key = `failure.${code}`;
  return isTextKey(key) && key !== 'failure.bad-input' ? say.key(key) : message;
}
