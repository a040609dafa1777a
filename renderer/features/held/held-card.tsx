import { type KeyboardEvent, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { HeldActView } from '#shared/contract/view/held-act.ts';
import { formatMoment } from '#shared/text/format.ts';

interface HeldCardProps {
  held: HeldActView;
  /** The focus starts at the first card. */
  first: boolean;
  /** Words when it failed, null when the decision stands. */
  onDecide(act: Act, via: 'keys' | 'menu'): Promise<string | null>;
  onOpen(): void;
}

/** One act before a supervisor: whose, what, why held. While the focus is in the card: 1 admits, 2 turns it down. */
export function HeldCard({ held, first, onDecide, onOpen }: HeldCardProps) {
  const say = useSay();
  const { clock } = useDesk();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const under = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const time = (at: number) => formatMoment(say.lang, at, clock.now());

  const decide = async (kind: 'admit' | 'turn-down', via: 'keys' | 'menu') => {
    if (under.current) return;
    const words = reason.trim();
    if (kind === 'turn-down' && words === '') {
      setError(say('form.needed'));
      field.current?.focus();
      return;
    }
    under.current = true;
    setBusy(true);
    const act: Act = kind === 'admit' ? { kind, held: held.act } : { kind, held: held.act, reason: words };
    const failed = await onDecide(act, via);
    under.current = false;
    setBusy(false);
    setError(failed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    const kind = KEYS[event.key];
    if (kind === undefined) return;
    void decide(kind, 'keys');
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the parts of one form; this is a card with keys
    <div
      className="held"
      role="group"
      aria-label={say('held.by', { name: held.author })}
      data-held={held.act}
      {...(first ? { 'data-autofocus': true } : {})}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys work while the focus is in it
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <h3>
        <b>{held.author}</b>
        <span>{say('held.made', { time: time(held.at), heldAt: time(held.heldAt) })}</span>
      </h3>
      <ul className="held-lines">
        {held.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one act never change
          <li key={index}>
            {line.number === null ? null : <b>{line.number}</b>} <span>{say.ref(line.words)}</span>
            {line.note === null ? null : <q>{line.note}</q>}
          </li>
        ))}
      </ul>
      <p className="held-why">{say.key(`held.because.${held.code}`)}</p>
      <div className="held-foot">
        <TextField
          ref={field}
          label={say('held.reason')}
          hint={say('held.reason.hint')}
          error={error ?? undefined}
          value={reason}
          maxLength={2_000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className="held-do">
          <Button shortcut="1" disabled={busy} onClick={() => void decide('admit', 'menu')}>
            {say('held.admit')}
          </Button>
          <Button shortcut="2" disabled={busy} onClick={() => void decide('turn-down', 'menu')}>
            {say('held.turn-down')}
          </Button>
          {held.case === null ? null : (
            <Button onClick={onOpen}>
              {say('held.open', { number: held.lines.find((line) => line.number !== null)?.number ?? '–' })}
            </Button>
          )}
        </p>
        <small>{say('held.foot')}</small>
      </div>
    </div>
  );
}

const KEYS: Readonly<Record<string, 'admit' | 'turn-down'>> = { 1: 'admit', 2: 'turn-down' };
