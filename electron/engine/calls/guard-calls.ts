import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';

/** What a console answers whatever became of it: who sits here, and why it may not be used. */
const ALWAYS: ReadonlySet<string> = new Set([
  'session.get',
  'session.watch',
  'link.watch',
  'rows.watch',
  'wall.watch',
  'alarms.watch',
]);
/** While screens are locked: signing in again, and what alarms and counts are made of. */
const WHILE_LOCKED: ReadonlySet<string> = new Set([
  ...ALWAYS,
  'session.set',
  'session.sign-in',
  'session.sign-out',
  'session.demo-people',
  'session.sit-as',
  'results.get',
  'alarms.room',
]);

/** S-30: the same calls, refused in words where the console is withdrawn or its screens are locked. */
export function guardCalls(handlers: Handlers, now: { withdrawn(): boolean; locked(): boolean }): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => {
    const call = handler as (...args: unknown[]) => unknown;
    const answer = (...args: unknown[]) => {
      if (now.withdrawn() && !ALWAYS.has(name))
        throw new CallFailure('device-revoked', { key: 'failure.device-revoked' });
      if (now.locked() && !WHILE_LOCKED.has(name)) throw new CallFailure('locked', { key: 'failure.locked' });
      return call(...args);
    };
    return [name, answer] as const;
  });
  return Object.fromEntries(guarded) as unknown as Handlers;
}
