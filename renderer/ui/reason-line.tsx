import { useState } from 'react';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { useSay } from './use-say.ts';
import './reason-line.css';

interface ReasonLineProps {
  label: string;
  hint?: string;
  /** Names what is done. */
  verb: string;
  /** Words when it failed, null when it is done. */
  onDo(reason: string): Promise<string | null>;
  onCancel(): void;
}

/** Asks why, in one line, before it does what cannot go without a reason. */
export function ReasonLine({ label, hint, verb, onDo, onCancel }: ReasonLineProps) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      className="reason-line"
      onSubmit={async (event) => {
        event.preventDefault();
        setError(reason.trim() === '' ? say('form.needed') : await onDo(reason.trim()));
      }}
    >
      <TextField
        label={label}
        hint={hint}
        error={error ?? undefined}
        value={reason}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" look="primary">
        {verb}
      </Button>
      <Button onClick={onCancel}>{say('form.cancel')}</Button>
    </form>
  );
}
