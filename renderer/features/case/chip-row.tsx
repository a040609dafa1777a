import { X } from 'lucide-react';
import { SelectField } from '#renderer/ui/field.tsx';

interface ChipRowProps {
  /** What the set is of, for what brings the focus to it. */
  of: 'assist' | 'scheme';
  label: string;
  /** Words while there is none. */
  none: string;
  chips: readonly { value: string; label: string; remove: string }[];
  /** What may be added, and the words that ask for it. */
  add: string;
  options: readonly { value: string; label: string }[];
  may: boolean;
  onAdd(value: string): void;
  onRemove(value: string): void;
}

/** A set of few values: each can be taken off, another added from a list. */
export function ChipRow({ of, label, none, chips, add, options, may, onAdd, onRemove }: ChipRowProps) {
  return (
    <div className="around-row">
      <dt>{label}</dt>
      <dd>
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
      </dd>
      {may && options.length > 0 ? (
        <dd className="around-do">
          <SelectField
            bareLabel
            label={add}
            className="around-add"
            data-add={of}
            value=""
            options={[{ value: '', label: add }, ...options]}
            onChange={(event) => {
              if (event.currentTarget.value !== '') onAdd(event.currentTarget.value);
            }}
          />
        </dd>
      ) : null}
    </div>
  );
}
