import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** px by which the stretch moves: within one step of it scrolling draws nothing. */
const STEP_PX = 128;
/** px kept drawn beyond either edge. */
const BEYOND_PX = 256;
/** Before anything was measured. */
const FIRST_PX = 1_200;

/** The stretch of a list's height that is to be drawn, px from its top; follows scrolling and the size of the list. */
export function useSeenStretch(scroll: RefObject<HTMLElement | null>): { top: number; bottom: number } {
  const [seen, setSeen] = useState({ top: 0, bottom: FIRST_PX });
  useLayoutEffect(() => {
    const list = scroll.current;
    if (!list) return;
    const look = () => {
      const at = Math.floor(list.scrollTop / STEP_PX) * STEP_PX;
      const top = at - BEYOND_PX;
      const bottom = at + STEP_PX + list.clientHeight + BEYOND_PX;
      setSeen((before) => (before.top === top && before.bottom === bottom ? before : { top, bottom }));
    };
    // At once: drawn a frame later, a fast scroll would show an empty list.
    const onScroll = () => flushSync(look);
    const sized = new ResizeObserver(look);
    list.addEventListener('scroll', onScroll, { passive: true });
    sized.observe(list);
    look();
    return () => {
      list.removeEventListener('scroll', onScroll);
      sized.disconnect();
    };
  }, [scroll]);
  return seen;
}
