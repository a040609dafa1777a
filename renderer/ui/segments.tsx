import type { ReactNode } from 'react';
import './segments.css';

export interface SegmentsProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; node: ReactNode }[];
  onPick(value: V): void;
  /** `tabs`: underlined words · `switch`: joined boxes. */
  look?: 'tabs' | 'switch';
}

/** One of a few, all in sight. Each is a button that says whether it is pressed. */
export function Segments<V extends string>({ label, value, options, onPick, look = 'tabs' }: SegmentsProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of words everywhere
    <div className={`segments segments-${look}`} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onPick(option.value)}
        >
          {option.node}
        </button>
      ))}
    </div>
  );
}
