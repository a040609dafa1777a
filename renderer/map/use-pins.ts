import { useEffect, useMemo, useState } from 'react';
import type { DeskClock } from '#renderer/app/desk-clock.ts';
import { groupPins, nextFlip, type PinSource } from './group-pins.ts';
import type { Pin } from './pin.ts';

/** The pins of these cases, made again when the cases change or a clock of theirs passes a threshold, not each second. */
export function usePins(sources: readonly PinSource[], clock: DeskClock): readonly Pin[] {
  const [flips, setFlips] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `flips` counts the thresholds passed; the moment comes from the clock.
  const made = useMemo(() => {
    const now = clock.now();
    return { pins: groupPins(sources, now), next: nextFlip(sources, now) };
  }, [sources, clock, flips]);
  useEffect(
    () =>
      clock.subscribe(() => {
        if (clock.now() >= made.next) setFlips((count) => count + 1);
      }),
    [clock, made],
  );
  return made.pins;
}
