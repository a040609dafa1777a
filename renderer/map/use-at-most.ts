import { useCallback, useEffect, useRef } from 'react';
import { useLatest } from './use-latest.ts';

/** Calls the latest `act` soon after it was asked for, and no more often than once in so long. @param ms between two. @returns what asks for it. */
export function useAtMost(act: () => void, ms: number): () => void {
  const latest = useLatest(act);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest();
    }, ms);
  }, [latest, ms]);
}
