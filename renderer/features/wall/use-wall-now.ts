import { useSyncExternalStore } from 'react';
import type { DeskClock } from '#renderer/app/desk-clock.ts';

/** The wall's time in whole seconds, ms since 1970; draws again once a second. */
export function useWallNow(clock: DeskClock): number {
  return useSyncExternalStore(clock.subscribe, () => Math.floor(clock.now() / 1_000) * 1_000);
}
