import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SyncParts } from '#engine/sync/sync-loop.ts';
import { openRound } from '#engine/sync/sync-round.ts';
import type { SystemTime } from '#engine/time/system-time.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { startEngine, TEST_USER, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';

const HOUR = 3_600_000;
const DAYS_2 = 48 * HOUR;
const START = Date.parse('2026-11-23T12:00:00+08:00');
/** Whole seconds on the wire, and half a round trip. */
const GRAIN_MS = 2_000;

/** A computer whose own clock jumps; only `truth` goes on as time does. */
interface Computer {
  truth: number;
  off: number;
  boot: number;
  bootAt: number;
}
const timeOf = (at: Computer): SystemTime => ({
  wall: () => at.truth + at.off,
  monotonic: () => at.truth - at.bootAt,
  boot: String(at.boot),
});

/** A central that tells the time and nothing else: meeting it goes as far as measuring the clocks. */
async function hear(parts: SyncParts, at: Computer): Promise<void> {
  const answer = () =>
    new Response(
      JSON.stringify({
        centralId: '0199a000-0000-7000-8000-00000000cafe',
        profile: 'demo',
        protocol: 2,
        oldestProtocol: 1,
        version: '0.0.0',
        now: new Date(at.truth).toISOString(),
      }),
      { headers: { 'content-type': 'application/json' } },
    );
  const fetch = async (url: string) => {
    if (url.includes('/v1/central')) return answer();
    throw new TypeError('only the time is told');
  };
  await openRound({ ...parts, fetch }, 'http://central', AbortSignal.timeout(5_000))
    .meet()
    .catch(() => {});
}

const step = fc.record({
  wait: fc.integer({ min: 1_000, max: 6 * HOUR }),
  jump: fc.oneof(fc.constant(0), fc.integer({ min: -DAYS_2, max: DAYS_2 })),
  deed: fc.constantFrom('act', 'act', 'act', 'report', 'hear', 'restart', 'reboot'),
});

it('S-32: with clocks that jump and computers that start anew, certain times are right, estimates lie within their bounds, lengths within a boot are exact and order stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      const { folder } = await temporaryFolder();
      const at: Computer = { truth: START, off: 0, boot: 1, bootAt: START - 60_000 };
      const given: { parts?: SyncParts } = {};
      const start = (first = false): Promise<TestEngine> =>
        startEngine(folder, {
          ...(first ? { user: TEST_USER } : {}),
          time: timeOf(at),
          sync(parts) {
            given.parts = parts;
            return { toCentral() {}, wake() {}, again() {}, async stop() {} };
          },
        });
      let desk = await start(true);
      const made = new Map<string, { truth: number; boot: number }>();
      const told = async () => made.set((await desk.commit({ kind: 'note', cases, text: 'x' })).act, { ...at });
      const { cases, act } = await desk.commit({
        kind: 'report',
        text: 'Maut di Klang',
        source: 'hotline',
        victims: 1,
      });
      made.set(act, { ...at });
      const heardIn = new Set<number>();
      for (const { wait, jump, deed } of steps) {
        at.truth += wait;
        at.off = Math.max(-DAYS_2, Math.min(DAYS_2, at.off + jump));
        if (deed === 'act') await told();
        if (deed === 'report') {
          const more = await desk.commit({ kind: 'report', text: 'Maut di Ipoh', source: 'press', victims: 1 });
          made.set(more.act, { ...at });
        }
        if (deed === 'hear' && given.parts) {
          await hear(given.parts, at);
          heardIn.add(at.boot);
        }
        if (deed === 'restart' || deed === 'reboot') {
          await desk.stop();
          if (deed === 'reboot') {
            at.truth += 40_000;
            at.boot += 1;
            at.bootAt = at.truth;
          }
          desk = await start();
        }
      }
      const rows = (await given.parts?.ledger.reader.all<{ body: string }>('SELECT body FROM event ORDER BY n')) ?? [];
      expect(rows.length).toBeGreaterThan(0);
      await desk.stop();
      await rm(folder, { recursive: true, force: true });
      let before: { event: AnyEvent; truth: number; boot: number } | null = null;
      for (const { body } of rows) {
        const event = JSON.parse(body) as AnyEvent;
        const of = made.get(event.act);
        if (!of) throw new Error('an event of no act');
        for (const iso of [event.happenedAt, event.payload.receivedAt].filter((one) => typeof one === 'string')) {
          const ms = Date.parse(iso);
          // Heard at any time in its boot: right, and it says so. Not heard: it says that it is not sure.
          expect(event.certain).toBe(heardIn.has(of.boot));
          if (event.certain) expect(Math.abs(ms - of.truth)).toBeLessThan(GRAIN_MS);
          else if (event.notBefore !== undefined) {
            expect(Date.parse(event.notBefore)).toBeLessThanOrEqual(of.truth);
            expect(Date.parse(event.notBefore)).toBeLessThanOrEqual(ms);
          }
        }
        if (before) {
          expect(event.at > before.event.at).toBe(true);
          if (before.boot === of.boot) {
            const length = Date.parse(event.happenedAt) - Date.parse(before.event.happenedAt);
            expect(Math.abs(length - (of.truth - before.truth))).toBeLessThan(GRAIN_MS);
          }
        }
        before = { event, truth: of.truth, boot: of.boot };
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
