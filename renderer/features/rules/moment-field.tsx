import { useDesk } from '#renderer/app/desk-context.ts';
import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatMoment } from '#shared/text/format.ts';
import { readStart } from './read-start.ts';

interface MomentFieldProps {
  label: string;
  value: string;
  hint?: string;
  error?: string | undefined;
  /** The dialog starts here. */
  first?: boolean;
  onChange(text: string): void;
}

/** A moment to come, typed as everywhere at this desk; below it what was understood. */
export function MomentField({ label, value, hint, error, first = false, onChange }: MomentFieldProps) {
  const say = useSay();
  const { clock } = useDesk();
  const read = readStart(value, clock.now());
  return (
    <TextField
      {...(first ? { 'data-autofocus': true } : {})}
      label={label}
      value={value}
      hint={read.ok ? say('form.when.reads', { at: formatMoment(say.lang, read.ms) }) : hint}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
