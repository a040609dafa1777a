import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

/** What the form of a row is given. */
interface RowForm {
  /** Words of what was wrong in it. */
  error: string | null;
  /** Takes words when it failed, null when it stands: the form closes then. */
  settle(failed: string | null): void;
  close(): void;
}

interface FormRowProps {
  label: string;
  /** What stands. */
  children: ReactNode;
  /** Words of the button that opens the form; null where there is none to open. */
  button: string | null;
  /** The button's name where its words alone do not say of what. */
  buttonName?: string;
  /** Marks that button for what else opens the form. */
  opens?: string;
  form(form: RowForm): ReactNode;
}

/** A row of what stands around a case, and the form that changes it; what was wrong in the form goes with it. */
export function FormRow({ label, children, button, buttonName, opens, form }: FormRowProps) {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const place = useRef<HTMLElement>(null);
  // At once: a letter typed before its field has the focus would be a key of the desk.
  useLayoutEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [open]);
  const turn = (on: boolean) => {
    setOpen(on);
    setError(null);
  };
  const settle = (failed: string | null) => (failed === null ? turn(false) : setError(failed));
  return (
    <div className="around-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
      {button === null ? null : (
        <dd className="around-do">
          <Button
            look="quiet"
            aria-expanded={open}
            aria-label={buttonName}
            data-opens={opens}
            onClick={() => turn(!open)}
          >
            {button}
          </Button>
        </dd>
      )}
      {open ? (
        <dd ref={place} className="around-form">
          {form({ error, settle, close: () => turn(false) })}
        </dd>
      ) : null}
    </div>
  );
}

/** The buttons at the foot of such a form. */
export function FormRowFoot({ onClose, onSave }: { onClose(): void; onSave(): void }) {
  const say = useSay();
  return (
    <p className="act-form-foot">
      <Button onClick={onClose}>{say('form.cancel')}</Button>
      <Button look="primary" onClick={onSave}>
        {say('form.save')}
      </Button>
    </p>
  );
}
