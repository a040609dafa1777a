import type { PauseReason } from '#shared/domain/case-status.ts';
import type { ClockFacts, Moment } from '#shared/domain/clock-facts.ts';
import type { Severity } from '#shared/domain/incident-kind.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { Calendars } from './calendar/calendars.ts';
import type { ClockInstance } from './clock-instance.ts';
import { clocksOf } from './clocks-of.ts';
import type { ClockPolicy } from './policies.ts';

/** An act nobody has done yet. `plannedUntil` in ms since 1970: when a pause is meant to end. */
export type Supposed =
  | { kind: 'assign'; branch: string }
  | { kind: 'pause'; reason: PauseReason; plannedUntil: number | null }
  /** `severity`: what the triage says happened; null where it leaves that as it is. */
  | { kind: 'triage'; severity: Severity | null }
  | { kind: 'acknowledge' | 'resume' | 'close' };

/** What one clock would do. Due times in ms since 1970, null where the clock is not there. */
export interface Supposition {
  clock: string;
  key: string;
  before: number | null;
  /** After the act; of a pause without an end null, for it moves as long as it lasts. */
  after: number | null;
  words: MessageRef;
}

/** Who did what has not been done, and which event says so. */
const NOBODY = { certain: true, event: '', actor: '' } as const;

/** Names an assignment nobody made. */
export const SUPPOSED = 'supposed';

/** The facts as they would be had somebody done it at `now` (ms since 1970). */
export function suppose(facts: ClockFacts, supposed: Supposed, now: number): ClockFacts {
  const at: Moment = { ms: now, ...NOBODY };
  const last = <T>(list: readonly T[], then: (one: T) => T) =>
    list.map((one, n) => (n === list.length - 1 ? then(one) : one));
  switch (supposed.kind) {
    case 'assign': {
      const ended = facts.assignments.map((one) => (one.until === null ? { ...one, until: at } : one));
      const next = { id: SUPPOSED, branch: supposed.branch, from: at, acknowledged: null, until: null };
      return { ...facts, assignments: [...ended, next] };
    }
    case 'pause': {
      const { reason, plannedUntil } = supposed;
      return { ...facts, pauses: [...facts.pauses, { reason, from: at, until: null, plannedUntil }] };
    }
    case 'triage':
      return { ...facts, triaged: facts.triaged ?? at, severity: supposed.severity ?? facts.severity };
    case 'acknowledge':
      return {
        ...facts,
        assignments: last(facts.assignments, (one) => ({ ...one, acknowledged: one.acknowledged ?? at })),
      };
    case 'resume':
      return { ...facts, pauses: last(facts.pauses, (one) => ({ ...one, until: one.until ?? at })) };
    case 'close':
      return { ...facts, closed: facts.closed ?? at };
  }
}

/**
 * What each clock that still runs would do after an act, before it is done: ends, begins, moves or stays. Nothing is
 * recorded. A pause is seen from its planned end, when it has moved what it will move.
 * @param now ms since 1970
 */
export function whatIf(
  facts: ClockFacts,
  supposed: Supposed,
  given: { policies: readonly ClockPolicy[]; calendars: Calendars; now: number },
): Supposition[] {
  const { policies, calendars, now } = given;
  const then = supposed.kind === 'pause' ? Math.max(now, supposed.plannedUntil ?? now) : now;
  const running = (clocks: readonly ClockInstance[]) =>
    new Map(clocks.filter(({ stoppedAt }) => stoppedAt === null).map((clock) => [clock.id, clock]));
  const before = running(clocksOf(facts, policies, now, calendars));
  const after = running(clocksOf(suppose(facts, supposed, now), policies, then, calendars));
  const endless = supposed.kind === 'pause' && supposed.plannedUntil === null;
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const clock = is ?? was;
    if (clock === undefined) return [];
    const open = endless && is?.state === 'paused';
    const due = open ? null : (is?.due ?? null);
    return [{ clock: id, key: clock.key, before: was?.due ?? null, after: due, words: wordsOf(was, is, open) }];
  });
}

/** Of one clock before and after; one of them is there. */
function wordsOf(was: ClockInstance | undefined, is: ClockInstance | undefined, open: boolean): MessageRef {
  const clock = { t: 'key', v: `clock.long.${(is ?? was)?.key}` } as const;
  const at = (one: ClockInstance | undefined) => ({ t: 'time', v: one?.due ?? 0 }) as const;
  if (is === undefined) return { key: 'clock.what-if.ends', params: { clock, before: at(was) } };
  if (open) return { key: 'clock.what-if.waits', params: { clock } };
  if (was === undefined) return { key: 'clock.what-if.begins', params: { clock, due: at(is) } };
  if (was.due === is.due) return { key: 'clock.what-if.stays', params: { clock, due: at(is) } };
  return { key: 'clock.what-if.moves', params: { clock, before: at(was), due: at(is) } };
}
