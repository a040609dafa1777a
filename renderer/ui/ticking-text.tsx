import { useEffect, useRef } from 'react';

/** Anything that tells the time and calls once a second. */
export interface Ticker {
  now(): number;
  subscribe(listener: () => void): () => void;
}

export interface TickingTextProps {
  clock: Ticker;
  /** The words at a moment (ms since 1970); keep it stable (useCallback) so that ticks stay cheap. */
  text(now: number): string;
  className?: string;
}

/** Words that follow the clock. They are written straight into the page: no component draws again for a tick. */
export function TickingText({ clock, text, className }: TickingTextProps) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      const element = ref.current;
      if (!element) return;
      const words = text(clock.now());
      if (element.textContent !== words) element.textContent = words;
    };
    write();
    return clock.subscribe(write);
  }, [clock, text]);
  // The first words are written by the effect: children given here would be drawn over by React later.
  return <span ref={ref} className={className} />;
}
