import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormRow } from './form-row.tsx';

interface ChipRowProps {
  /** What the set is of, for what opens its list. */
  of: 'assist' | 'scheme';
  label: string;
  /** Words while there is none. */
  none: string;
  chips: readonly { value: string; label: string; remove: string }[];
  /** The words that open the list of what may be added; null where nothing may. */
  add: string | null;
  may: boolean;
  /** That list; it closes when one was chosen. */
  list(close: () => void): ReactNode;
  onRemove(value: string): void;
}

/** A set of few values: each can be taken off, another added from a list, by Enter or a press and never while typing. */
export function ChipRow({ of, label, none, chips, add, may, list, onRemove }: ChipRowProps) {
  return (
    <FormRow label={label} button={may ? add : null} opens={of} form={({ close }) => list(close)}>
      {chips.length === 0 ? <span className="drawer-quiet">{none}</span> : null}
      {chips.map((chip) => (
        <span key={chip.value} className="around-chip">
          {chip.label}
          {may ? (
            <button type="button" aria-label={chip.remove} title={chip.remove} onClick={() => onRemove(chip.value)}>
              <X size={12} strokeWidth={2} aria-hidden />
            </button>
          ) : null}
        </span>
      ))}
    </FormRow>
  );
}
