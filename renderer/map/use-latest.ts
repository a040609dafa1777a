import { useCallback, useRef } from 'react';

/** The same function always, which does what the latest one given does. */
export function useLatest(act: () => void): () => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback(() => latest.current(), []);
}
