import { useCallback, useEffect, useRef } from 'react';
import { useLatest } from './use-latest.ts';

/** Calls the latest `act` once, right after the next frame was painted: what is not seen must not hold up what is. @returns what asks for it. */
export function useAfterPaint(act: () => void): () => void {
  const latest = useLatest(act);
  const frame = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      clearTimeout(timer.current);
      frame.current = 0;
    },
    [],
  );
  return useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      timer.current = setTimeout(() => {
        frame.current = 0;
        latest();
      }, 0);
    });
  }, [latest]);
}
