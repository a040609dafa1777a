const FADE_MS = 160;

export interface RedFade {
  /** These incidents have just turned red. */
  note(reds: readonly string[]): void;
  /** Some may still be on their way. */
  isUnderWay(): boolean;
  /** How visible an incident is, 0–1: 1 at once unless it has just turned red. */
  of(incident: string): number;
}

/** Lets a new red come in once over 160 ms. @param now ms of a clock that only goes forward. */
export function createRedFade(now: () => number): RedFade {
  const since = new Map<string, number>();
  return {
    note(reds) {
      const moment = now();
      for (const [incident, then] of since) if (moment - then >= FADE_MS) since.delete(incident);
      for (const incident of reds) since.set(incident, moment);
    },
    isUnderWay: () => since.size > 0,
    of(incident) {
      const then = since.get(incident);
      return then === undefined ? 1 : Math.min(1, Math.max(0, (now() - then) / FADE_MS));
    },
  };
}
