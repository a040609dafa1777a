import type { Pin } from './pin.ts';

/** How visible an incident is, 0–1: 1 at once unless it has just turned red. */
export type FadeOf = (incident: string) => number;

const FADE_MS = 160;

/**
 * Lets a new red come in once over 160 ms. What is red when the map is first drawn is not new.
 * @param now ms of a clock that only goes forward. @returns notes the pins as they now are.
 */
export function createRedFade(now: () => number): { note(pins: readonly Pin[]): void; of: FadeOf } {
  let reds: ReadonlyMap<string, number> | null = null;
  return {
    note(pins) {
      const before = reds;
      const since = before ? now() : Number.NEGATIVE_INFINITY;
      const late = pins.filter(({ urgency }) => urgency === 'missed');
      reds = new Map(late.map(({ incident }) => [incident, before?.get(incident) ?? since]));
    },
    of(incident) {
      const since = reds?.get(incident);
      return since === undefined ? 1 : Math.min(1, Math.max(0, (now() - since) / FADE_MS));
    },
  };
}
