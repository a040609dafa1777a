import { useSyncExternalStore } from 'react';
import { useDesk } from './desk-context.ts';

/** The desk's time in whole steps of `stepMs`: a component draws again only when a step ends. ms since 1970. */
export function useNow(stepMs: number): number {
  const { clock } = useDesk();
  return useSyncExternalStore(clock.subscribe, () => Math.floor(clock.now() / stepMs) * stepMs);
}
