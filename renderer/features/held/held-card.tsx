import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { HeldActView } from '#shared/contract/view/held-act.ts';
import { formatMoment } from '#shared/text/format.ts';
import type { DecidingAct } from './use-decisions.ts';

interface HeldCardProps {
  held: HeldActView;
  /** The focus starts at the first card. */
  first: boolean;
  /** Why the decision could not be made. */
  failed: string | null;
  onDecide(act: DecidingAct, via: 'keys' | 'menu'): void;
  onPutBack(): void;
  onOpen(): void;
}

/**
 * One act before a supervisor: whose, what, why held. While the focus is in the card: 1 admits, 2 turns it down, U puts
 * a decision back that did not go to central yet.
 */
export function HeldCard({ held, first, failed, onDecide, onPutBack, onOpen }: HeldCardProps) {
  const { decision } = held;
  const say = useSay();
  const { clock } = useDesk();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  // A decided card stays as high as it was, px: the ones below it do not jump.
  const [height, setHeight] = useState(0);
  // The button that was pressed is gone: its keys go on working.
  const decided = decision !== null;
  const before = useRef(decided);
  useEffect(() => {
    if (before.current !== decided) card.current?.focus();
    before.current = decided;
  }, [decided]);
  const left = useMemo(
    () => (now: number) =>
      decision === null ? '' : say('undo.left', { n: Math.max(0, Math.ceil((decision.until - now) / 1_000)) }),
    [decision, say],
  );
  const time = (at: number) => formatMoment(say.lang, at, clock.now());

  const decide = (kind: 'admit' | 'turn-down', via: 'keys' | 'menu') => {
    if (decision !== null) return;
    const words = reason.trim();
    if (kind === 'turn-down' && words === '') {
      setError(say('form.needed'));
      field.current?.focus();
      return;
    }
    setError(null);
    setHeight(foot.current?.offsetHeight ?? 0);
    onDecide(kind === 'admit' ? { kind, held: held.act } : { kind, held: held.act, reason: words }, via);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    const kind = KEYS[event.key];
    if (event.key.toLowerCase() === 'u' && decision !== null) onPutBack();
    else if (kind === undefined) return;
    else decide(kind, 'keys');
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the parts of one form; this is a card with keys
    <div
      ref={card}
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
      {decision === null ? (
        <div ref={foot} className="held-foot">
          <TextField
            ref={field}
            label={say('held.reason')}
            hint={say('held.reason.hint')}
            error={error ?? failed ?? undefined}
            value={reason}
            maxLength={2_000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <p className="held-do">
            <Button shortcut="1" onClick={() => decide('admit', 'menu')}>
              {say('held.admit')}
            </Button>
            <Button shortcut="2" onClick={() => decide('turn-down', 'menu')}>
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
      ) : (
        <div className="held-foot" style={{ minHeight: height }}>
          <p className="held-do" role="status">
            <b>{say(decision.kind === 'admit' ? 'held.admits' : 'held.turns-down')}</b>
            <span aria-hidden>
              <TickingText clock={clock} text={left} />
            </span>
            <Button shortcut="U" onClick={onPutBack}>
              {say('held.put-back')}
            </Button>
          </p>
        </div>
      )}
    </div>
  );
}

const KEYS: Readonly<Record<string, 'admit' | 'turn-down'>> = { 1: 'admit', 2: 'turn-down' };
