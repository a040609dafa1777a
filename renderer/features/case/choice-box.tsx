import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** Around a list that opens in the drawer: its field has the focus from its first moment, and Esc leaves it. */
export function ChoiceBox({ onClose, children }: { onClose(): void; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // At once: a letter typed before the field has the focus would be a key of the desk.
  useLayoutEffect(() => box.current?.querySelector('input')?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the field, whatever in it has the focus
    <div
      ref={box}
      className="place-choice"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
