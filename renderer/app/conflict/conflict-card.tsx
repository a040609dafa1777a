import { type KeyboardEvent, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { ConflictView } from '#shared/contract/view/conflict.ts';
import { fieldWord } from '#shared/sync/time-field.ts';
import { ConflictHalf } from './conflict-half.tsx';
import { choiceWords } from './conflict-words.ts';

export type Choice = 'kept' | 'other' | 'both';

interface ConflictCardProps {
  conflict: ConflictView;
  may: boolean;
  /** Where it happened; null where nobody knows. */
  place: { lat: number; lon: number } | null;
  /** Words when it failed, null when the choice stands. */
  onSettle(choice: Choice, via: 'keys' | 'menu', reason: string): Promise<string | null>;
  /** It is left for later. */
  onLater(): void;
}

/**
 * Two values of one thing in equal halves, neither chosen beforehand nor coloured. While the focus is in the card:
 * 1 and 2 choose a side, 3 lets both leads stand, Esc leaves it for later.
 */
export function ConflictCard({ conflict, may, place, onSettle, onLater }: ConflictCardProps) {
  const say = useSay();
  const { verbs } = useDesk();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const under = useRef(false);
  const { field, kept, other, both } = conflict;
  const words = choiceWords(conflict, say);

  const settle = async (choice: Choice, via: 'keys' | 'menu') => {
    if (!may || under.current) return;
    under.current = true;
    setBusy(true);
    const failed = await onSettle(choice, via, reason.trim());
    under.current = false;
    setBusy(false);
    setError(failed);
    if (failed === null) verbs.hoverBranch(null);
  };
  const later = () => {
    verbs.hoverBranch(null);
    onLater();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const writing = event.target instanceof HTMLInputElement;
    const choice = KEYS[event.key];
    if (event.key === 'Escape') later();
    else if (choice === undefined || writing || (choice === 'both' && !both)) return;
    else void settle(choice, 'keys');
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid with rows that run through both halves
    <div
      className="conflict"
      role="group"
      aria-label={say.key(fieldWord(field))}
      data-conflict={field}
      tabIndex={may ? 0 : -1}
      onKeyDown={may ? onKeyDown : undefined}
    >
      <h3>{say.key(fieldWord(field))}</h3>
      <ConflictHalf
        field={field}
        title={say('conflict.kept')}
        side={kept}
        against={other}
        place={place}
        busy={busy}
        choice={may ? { words: words.kept, shortcut: '1', onPick: () => void settle('kept', 'menu') } : null}
      />
      <ConflictHalf
        field={field}
        title={say('conflict.other')}
        side={other}
        against={kept}
        place={place}
        busy={busy}
        choice={may ? { words: words.other, shortcut: '2', onPick: () => void settle('other', 'menu') } : null}
      />
      {may ? (
        <div className="conflict-foot">
          <TextField
            label={say('conflict.why')}
            value={reason}
            maxLength={2_000}
            error={error ?? undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <p className="conflict-more">
            {both ? (
              <Button shortcut="3" disabled={busy} onClick={() => void settle('both', 'menu')}>
                {words.both}
              </Button>
            ) : null}
            <Button shortcut="Esc" onClick={later}>
              {say('conflict.later')}
            </Button>
          </p>
          <small>{say('conflict.foot')}</small>
        </div>
      ) : null}
    </div>
  );
}

const KEYS: Readonly<Record<string, Choice>> = { 1: 'kept', 2: 'other', 3: 'both' };
