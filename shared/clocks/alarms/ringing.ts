import { ALARM_LEVELS, type AlarmLevel } from '#shared/contract/view/alarms.ts';

/** At most so many sounds in any ten minutes, whatever happens (P-24). */
const MOST_SOUNDS = 10;
const WINDOW_MS = 600_000;
/** Between two sounds of one spell unless it grows worse: leaves room among the ten for what grows worse. */
const GAP_MS = 75_000;

/** What a room remembers of its sounds. */
export interface Ringing {
  /** Moments of the last sounds, ms of one clock that never jumps, the oldest first. */
  readonly sounds: readonly number[];
  /** The spell of sounds under way: its last, and how bad it was. Null while the room is quiet. */
  readonly spell: { readonly at: number; readonly level: AlarmLevel } | null;
}

export const QUIET: Ringing = { sounds: [], spell: null };

/**
 * P-24: what to sound now. One sound stands for all that nobody heard, however many; it is repeated until all are heard,
 * and at once where it grows worse. A notice of half the time is shown and makes no sound.
 * @param worst the worst level nobody acknowledged, null when there is none @param now ms of a clock that never jumps
 */
export function ring(
  before: Ringing,
  worst: AlarmLevel | null,
  now: number,
  muted: boolean,
): { next: Ringing; sound: AlarmLevel | null } {
  const sounds = before.sounds.filter((at) => at > now - WINDOW_MS);
  if (worst === null || worst === 'notice' || muted) return { next: { sounds, spell: null }, sound: null };
  const { spell } = before;
  const due = spell === null || rank(worst) > rank(spell.level) || now - spell.at >= GAP_MS;
  if (!due || sounds.length >= MOST_SOUNDS) return { next: { sounds, spell }, sound: null };
  return { next: { sounds: [...sounds, now], spell: { at: now, level: worst } }, sound: worst };
}

/** The worst of the levels that have any; null when none has. */
export function worstOf(counts: Readonly<Record<AlarmLevel, number>>): AlarmLevel | null {
  return ALARM_LEVELS.findLast((level) => counts[level] > 0) ?? null;
}

function rank(level: AlarmLevel): number {
  return ALARM_LEVELS.indexOf(level);
}
