import { expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { createCorrectedClock } from '#engine/time/corrected-clock.ts';
import { NOON } from '#shared/sync/sample-events.ts';
import { createLinkBoard } from './link-board.ts';
import { type SyncParts, startSync } from './sync-loop.ts';

const PROBLEM = { type: 'about:blank', title: '', status: 403, detail: '', code: 'device-revoked' };

it('S-29: nothing is looked at or kept any more once a console that was withdrawn has come to its end', async () => {
  const waiting = new Set<() => void>();
  let ended = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const time = { wall: () => NOON, monotonic: () => 0, boot: 'b' };
  const link = createLinkBoard(() => NOON, null);
  const parts: Partial<SyncParts> = {
    link,
    log: SILENT_LOG,
    clock: createCorrectedClock(time, { anchor: null, guess: null, lastSeenMs: null }),
    random: () => 0,
    monotonic: () => 0,
    lang: () => 'ms',
    fetch: async () => new Response(JSON.stringify(PROBLEM), { status: 403 }),
    timers: {
      after(_ms, work) {
        waiting.add(work);
        return () => void waiting.delete(work);
      },
    },
    withdrawn: async () => true,
  };
  const stop = link.subscribe(({ link: state }) => state === 'refused' && ended());
  startSync(parts as SyncParts).toCentral('http://central');
  await end;
  await new Promise((resolve) => setImmediate(resolve));
  stop();
  expect(link.status().why).toEqual({ key: 'failure.device-revoked' });
  expect(waiting.size).toBe(0);
});
