import { type KeyboardEvent, useState } from 'react';

export interface Roving {
  /** Props of the item with this index. */
  item(index: number): { tabIndex: 0 | -1; onFocus(): void };
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** One tab stop for a list of buttons; arrows, Home and End move within it. @param count items now listed. @param scrolls what has the focus comes into sight. */
export function useRoving(count: number, scrolls = false): Roving {
  const [current, setCurrent] = useState(0);
  const at = Math.min(current, Math.max(0, count - 1));
  return {
    item: (index) => ({ tabIndex: index === at ? 0 : -1, onFocus: () => setCurrent(index) }),
    onKeyDown(event) {
      const steps: Record<string, number> = {
        ArrowDown: at + 1,
        ArrowRight: at + 1,
        ArrowUp: at - 1,
        ArrowLeft: at - 1,
        Home: 0,
        End: count - 1,
      };
      const next = steps[event.key];
      if (next === undefined || count === 0) return;
      event.preventDefault();
      event.stopPropagation();
      const index = (next + count) % count;
      setCurrent(index);
      event.currentTarget.querySelectorAll('button')[index]?.focus({ preventScroll: !scrolls });
    },
  };
}
