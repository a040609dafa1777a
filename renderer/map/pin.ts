import type { Urgency } from '#shared/clocks/urgency.ts';

/** Cases by urgency. */
export type Tally = Readonly<Record<Urgency, number>>;

/** One incident on the map. */
export interface Pin {
  incident: string;
  lat: number;
  lon: number;
  /** Its cases, the most urgent first: open ones, or all when none is open. */
  cases: readonly string[];
  /** Those of them that may be carried: open and not read-only. */
  movable: readonly string[];
  /** Number for people of the most urgent case; empty on walls. */
  number: string;
  place: string;
  lead: string | null;
  /** The worst of its open cases. */
  urgency: Urgency;
  tally: Tally;
  /** At least one open case has no lead branch. */
  unassigned: boolean;
}

/** A thing drawn on the map: one pin, or several that would overlap. In px from the map's unit origin. */
export interface Mark {
  x: number;
  y: number;
  /** How far it reaches, px. */
  radius: number;
  /** How many incidents it stands for. */
  count: number;
  /** Their cases. */
  total: number;
  tally: Tally;
  urgency: Urgency;
  selected: boolean;
  /** A single incident of which a case has no lead branch. */
  unassigned: boolean;
  /** Its incidents, made when first asked for; one that went in the meantime is left out. */
  readonly pins: readonly Pin[];
  /** The first of its incidents, at most so many. */
  first(most: number): readonly Pin[];
  /** The most urgent of its incidents, at most so many, the worst first. */
  worst(most: number): readonly Pin[];
  /** The piece of the map its incidents lie in, map units. */
  span(): { left: number; top: number; right: number; bottom: number };
}

/** A tally of nothing. */
export const NO_CASES: Tally = { missed: 0, warned: 0, running: 0, paused: 0, met: 0 };

/** Two tallies together. */
export function addTally(a: Tally, b: Tally): Tally {
  return {
    missed: a.missed + b.missed,
    warned: a.warned + b.warned,
    running: a.running + b.running,
    paused: a.paused + b.paused,
    met: a.met + b.met,
  };
}
