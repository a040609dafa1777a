import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatMoment } from '#shared/text/format.ts';
import { type IncidentFacts, survivorOf } from './incident-facts.ts';

interface JoinSidesProps {
  own: IncidentFacts;
  other: IncidentFacts;
  error: string | null;
  onJoin(): Promise<void>;
  onBack(): void;
}

/** The two side by side, which of them stays and why, and what will and will not change. Enter joins. */
export function JoinSides({ own, other, error, onJoin, onBack }: JoinSidesProps) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const survivor = survivorOf(own, other);
  // The list before had the focus; here Enter must join.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return (
    <form
      ref={form}
      className="join"
      onSubmit={async (event) => {
        event.preventDefault();
        if (busy) return;
        setBusy(true);
        await onJoin();
        setBusy(false);
      }}
    >
      <div className="join-sides">
        <Side facts={own} title={say('join.side.this')} stays={survivor === own} />
        <Side facts={other} title={say('join.side.other')} stays={survivor === other} />
      </div>
      <p>
        {say('join.what', { n: own.cases.length + other.cases.length, number: survivor.number })} {say('join.apart')}
      </p>
      {error === null ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <p className="join-foot">
        <Button onClick={onBack}>{say('join.other')}</Button>
        <Button type="submit" look="primary" shortcut="Enter" data-autofocus disabled={busy}>
          {say('join.do')}
        </Button>
      </p>
    </form>
  );
}

function Side({ facts, title, stays }: { facts: IncidentFacts; title: string; stays: boolean }) {
  const say = useSay();
  const { clock } = useDesk();
  const { row, cases, leads, number } = facts;
  const aliases = row.aliases.filter((one) => one !== number);
  return (
    <section className="join-side" aria-label={title}>
      <small>{title}</small>
      <b>{number}</b>
      <span className="join-fate">{say(stays ? 'join.survives' : 'join.alias')}</span>
      <span>
        {say(`severity.${row.severity}`)} · {say(`kind.${row.kind}`)}
      </span>
      <span>{[row.place ?? say('join.no-place'), row.state].filter(Boolean).join(', ')}</span>
      <span>{say('join.received', { at: formatMoment(say.lang, row.receivedAt, clock.now()) })}</span>
      <span>
        {say('join.reports', { n: row.reports })} · {say('join.cases', { n: cases.length })}
      </span>
      <span>
        {say('join.leads')}: {leads.length > 0 ? leads.join(', ') : say('drawer.lead.none')}
      </span>
      {aliases.length > 0 ? <small>{say('drawer.aliases', { aliases: aliases.join(', ') })}</small> : null}
    </section>
  );
}
