import type { ReactNode } from 'react';

/** What may be longer than its place: the keyboard reaches it to scroll. */
export function ScrollBox({ className = '', children }: { className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll
    <div className={`rules-scroll ${className}`} tabIndex={0}>
      {children}
    </div>
  );
}
