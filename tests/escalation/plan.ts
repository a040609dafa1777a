import { createRandom, type Random } from '#tests/sync/sim/random.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What befalls somebody in the middle of a chain. */
export const FAULTS = [
  'kill',
  'reboot',
  'sleep',
  'jump-forward',
  'jump-back',
  'zone',
  'cut',
  'central-kill',
  'central-sleep',
  'central-dies-sending',
  'central-jump',
  'nobody',
  'refuses',
  'refuses-for-good',
  'takes-unheard',
  'silent',
  'late-news',
  'kept',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Shares of triage and assignment, and their repetitions, as moments after the news. */
export const MOMENTS = [7.5, 11.25, 13.5, 15, 22.5, 27, 30, 75].map((minutes) => minutes * MINUTE);
/** How long before or after the moment itself it strikes. */
const OFFSETS = [-3 * SECOND, -1, 0, 1, 2 * SECOND, 20 * SECOND];
const LENGTHS = [20 * SECOND, 4 * MINUTE, 20 * MINUTE, 50 * MINUTE];
/** When all is made whole again, after the news. */
export const MENDED_AT = 80 * MINUTE;

export type Step =
  | { at: number; kind: 'fault'; fault: Fault; console: number; length: number; draw: number }
  | { at: number; kind: 'acknowledge'; console: number }
  | { at: number; kind: 'assign'; console: number; branch: string }
  | { at: number; kind: 'acknowledge-case' | 'close' | 'undo'; console: number }
  | { at: number; kind: 'report'; console: number }
  | { at: number; kind: 'mute'; console: number };

/** A night of one seed; `at` in ms after the first news. */
export interface Plan {
  /** Which levels somebody is on duty at, whether they have an address, and until when (ms after the news). */
  duties: { level: 'squad' | 'head' | 'state' | 'hq'; reachable: boolean; until: number }[];
  flood: boolean;
  steps: Step[];
}

/** What happens under this number: each fault at each moment comes twice in as many plans as there are such pairs. */
export function makePlan(number: number): Plan {
  const random = createRandom(`chain ${number}`);
  const who = () => random.int(2);
  const anyTime = () => random.int(MENDED_AT - MINUTE);
  const strike = (kind: Fault, at: number): Step => ({
    kind: 'fault',
    at: Math.max(0, at + random.pick(OFFSETS)),
    fault: kind,
    console: who(),
    length: random.pick(LENGTHS),
    draw: random.int(2 ** 31),
  });
  const flood = number % 100 === 24;
  // Two walks over all pairs, in different orders.
  const steps: Step[] = [number, number * 5 + 37].map((pair) => {
    const kind = FAULTS[pair % FAULTS.length] ?? 'kill';
    return strike(kind, MOMENTS[Math.floor(pair / FAULTS.length) % MOMENTS.length] ?? 0);
  });
  for (let more = random.int(2); more > 0; more -= 1) {
    steps.push(strike(random.pick(FAULTS), random.chance(0.7) ? random.pick(MOMENTS) : anyTime()));
  }
  if (random.chance(0.5)) steps.push({ kind: 'assign', at: anyTime(), console: who(), branch: 'SBN' });
  if (random.chance(0.3)) steps.push({ kind: 'assign', at: anyTime(), console: who(), branch: 'KLU' });
  if (random.chance(0.3)) steps.push({ kind: 'acknowledge-case', at: anyTime(), console: who() });
  if (random.chance(0.1)) steps.push({ kind: 'close', at: anyTime(), console: who() });
  if (random.chance(0.2)) steps.push({ kind: 'undo', at: anyTime(), console: who() });
  if (random.chance(0.4)) steps.push({ kind: 'report', at: anyTime(), console: who() });
  if (random.chance(0.3)) steps.push({ kind: 'mute', at: anyTime(), console: who() });
  for (let heard = random.int(4); heard > 0; heard -= 1)
    steps.push({ kind: 'acknowledge', at: random.pick(MOMENTS) + random.int(2 * MINUTE), console: who() });
  if (flood) for (let one = 0; one < 40; one += 1) steps.push({ kind: 'report', at: one * 15 * SECOND, console: 0 });
  steps.sort((a, b) => a.at - b.at);
  return { duties: dutiesOf(random), flood, steps };
}

function dutiesOf(random: Random): Plan['duties'] {
  const all = (['squad', 'head', 'state', 'hq'] as const).map((level) => ({
    level,
    reachable: random.chance(0.85),
    until: random.chance(0.2) ? random.int(MENDED_AT) : 24 * 60 * MINUTE,
  }));
  return all.filter(() => random.chance(0.8));
}
