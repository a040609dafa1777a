import { type ComponentProps, type ReactNode, useId } from 'react';
import './field.css';

interface Frame {
  label: ReactNode;
  /** Words below while nothing is wrong. */
  hint?: ReactNode;
  /** What is wrong, in words; read aloud when it appears. */
  error?: ReactNode;
  /** Hides the label from sight, not from screen readers. */
  bareLabel?: boolean;
}

interface FieldFrameProps extends Frame {
  children(ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined }): ReactNode;
}

/** Label, control, and one line of hint or error below; the control gets its ids. */
export function FieldFrame({ label, hint, error, bareLabel = false, children }: FieldFrameProps) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className="field">
      <label className={bareLabel ? 'sr-only' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': below ? `${id}-below` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {below ? (
        <p id={`${id}-below`} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
          {below}
        </p>
      ) : null}
    </div>
  );
}

export type TextFieldProps = Frame & Omit<ComponentProps<'input'>, 'id'>;

/** One line of text. */
export function TextField({ label, hint, error, bareLabel, className = '', ...rest }: TextFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} bareLabel={bareLabel ?? false}>
      {(ids) => <input type="text" autoComplete="off" {...rest} {...ids} className={`control ${className}`} />}
    </FieldFrame>
  );
}

export type TextAreaProps = Frame & Omit<ComponentProps<'textarea'>, 'id'>;

/** Several lines of text. */
export function TextArea({ label, hint, error, bareLabel, className = '', ...rest }: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} bareLabel={bareLabel ?? false}>
      {(ids) => <textarea rows={3} {...rest} {...ids} className={`control control-area ${className}`} />}
    </FieldFrame>
  );
}

export interface SelectFieldProps extends Frame, Omit<ComponentProps<'select'>, 'id'> {
  options: readonly { value: string; label: string; disabled?: boolean }[];
}

/** One of a few values; the system's own list, so keys and screen readers work as everywhere. */
export function SelectField({ label, hint, error, bareLabel, options, className = '', ...rest }: SelectFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} bareLabel={bareLabel ?? false}>
      {(ids) => (
        <select {...rest} {...ids} className={`control ${className}`}>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
