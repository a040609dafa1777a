import { useLayoutEffect, useRef } from 'react';

/**
 * Keeps what is typed between the opening of a dialog and its field having the focus: whoever types fast loses no
 * letter, and none of them is taken for a key of what lies beneath.
 * @param on false where the field does not take the focus by itself
 * @param take told each letter, in order
 */
export function useEarlyKeys(on: boolean, take: (letter: string) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useLayoutEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current(event.key);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [on]);
}
