import { type ReactNode, useEffect, useRef } from 'react';

interface EntryFormProps {
  label: string;
  onSave(): Promise<void>;
  onClose(): void;
  children: ReactNode;
}

/** The frame of a small form under a record of the timeline: Enter saves, Esc closes. */
export function EntryForm({ label, onSave, onClose, children }: EntryFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>('[data-autofocus]');
    first?.focus({ preventScroll: true });
    first?.select();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={form}
      className="act-form entry-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </form>
  );
}
