import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import { againSpan } from '../alarms/alarm.ts';
import type { ClockInstance } from '../clock-instance.ts';
import { markOf, standsSince, thresholdId } from '../threshold-id.ts';
import { levelFor } from './who-to-call.ts';

/** The share of the call to headquarters: the first time a room is alarmed again. */
const AGAIN = 2;

/** One reason to call somebody: a threshold of a clock, and the level it calls. Moments in ms since 1970. */
export interface Call {
  /** P-20: the threshold’s identity and the level: told anywhere, any number of times, it is one. */
  id: string;
  level: RotaLevel;
  fraction: number;
  at: number;
}

/** Every call this clock has in it, in order: those to come too; none after its end. */
export function callsOf(clock: ClockInstance): Call[] {
  const { stoppedAt, due } = clock;
  return [...clock.thresholds, { fraction: AGAIN, at: due + againSpan(clock) }]
    .map(({ fraction, at }) => ({ fraction, at: standsSince(clock, fraction === 1 ? at + 1 : at) }))
    .filter(({ at }) => stoppedAt === null || at <= stoppedAt)
    .map(({ fraction, at }) => {
      const level = levelFor(fraction);
      return { id: `${thresholdId(markOf(clock, fraction))}|${level}`, level, fraction, at };
    });
}

/**
 * Calls to make at `now` and not before `since`, of each level the last that was reached: whoever looks late is told
 * how it stands, not every step there. A pause calls nobody.
 */
export function callsDue(clock: ClockInstance, since: number, now: number): Call[] {
  const last = new Map<RotaLevel, Call>();
  const until = Math.min(now, clock.pausedSince ?? now);
  for (const call of callsOf(clock)) if (call.at <= until && call.at >= since) last.set(call.level, call);
  return [...last.values()];
}

/**
 * When to look at this clock again: its next call, or the end of a pause that ends by itself; null for never. While a
 * pause lasts its calls move along with it.
 */
export function nextCallAt(clock: ClockInstance, now: number): number | null {
  if (clock.stoppedAt !== null) return null;
  if (clock.pausedSince !== null) return clock.resumesAt;
  return callsOf(clock).find(({ at }) => at > now)?.at ?? null;
}

/** Why a call that was made does not hold any more, or null while it does; whatever time it is. */
export function whyWithdrawn(id: string, clock: ClockInstance | undefined): 'gone' | 'moved' | 'done' | null {
  if (clock === undefined) return 'gone';
  if (callsOf(clock).some((call) => call.id === id)) return null;
  return callsOf({ ...clock, stoppedAt: null }).some((call) => call.id === id) ? 'done' : 'moved';
}
