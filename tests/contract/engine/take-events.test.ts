import { expect, it } from 'vitest';
import { eventsById, insertEvents } from '#engine/store/event-rows.ts';
import { forgetMeta, readMeta, writeMeta } from '#engine/store/meta.ts';
import { alignSight } from '#engine/sync/align-sight.ts';
import type { Line } from '#engine/sync/catch-up.ts';
import { fillFromSnapshot } from '#engine/sync/fill.ts';
import { takePage } from '#engine/sync/take-events.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PullReply } from '#shared/contract/wire/sync.ts';
import type { Person, Role, Scope } from '#shared/domain/person-role.ts';
import { CASE, NOON, opened, sampleEvent, sampleId } from '#shared/sync/sample-events.ts';
import { loneLedger } from '#tests/support/lone-ledger.ts';

const at = loneLedger(NOON);

it('S-13: a page that is not the last leaves the console where the page ends, and its data not up to date', async () => {
  const page: PullReply = {
    epoch: 'e',
    scope: { kind: 'hq' },
    events: [opened()],
    entered: [],
    left: [],
    next: 1,
    head: 40,
    now: new Date(NOON).toISOString(),
  };
  const taker = { ledger: at.ledger, device: sampleId(9), now: () => NOON };
  await takePage(taker, page);
  expect(await readMeta(at.ledger.reader, 'position')).toBe(1);
  expect(await readMeta(at.ledger.reader, 'syncedAt')).toBeUndefined();
  await takePage(taker, { ...page, events: [], next: 40 });
  expect(await readMeta(at.ledger.reader, 'position')).toBe(40);
  expect(await readMeta(at.ledger.reader, 'syncedAt')).toBe(NOON);
});

it('S-02, S-32: a time its twin learned for sure and sent first replaces the estimate that waits in a copy', async () => {
  const { seq: _, recordedAt: __, ...event } = opened();
  const waiting = { ...event, certain: false, happenedAt: '2026-07-01T09:00:00+08:00' };
  const sure = { ...event, seq: 1, recordedAt: new Date(NOON).toISOString() };
  await at.ledger.write(async (db) => ({ result: await insertEvents(db, [waiting], 1), subjects: [event.subject.id] }));
  const page = { epoch: 'e', scope: { kind: 'hq' as const }, entered: [], left: [], now: new Date(NOON).toISOString() };
  await takePage(
    { ledger: at.ledger, device: event.device, now: () => NOON },
    { ...page, events: [sure], next: 1, head: 1 },
  );
  const [held] = await eventsById(at.ledger.reader, [event.id]);
  expect(held).toMatchObject({ seq: 1, certain: true, happenedAt: sure.happenedAt });
});

it('S-31: a page cut to a scope that is gone again makes the console fill its store anew', async () => {
  const taker = { ledger: at.ledger, device: sampleId(9), now: () => NOON };
  const line = { api: {}, withToken: () => Promise.reject(new Error('nobody is asked')), signal: undefined } as never;
  const scope = { kind: 'branch', branch: 'KLU' } as const;
  const align = () => alignSight(taker, line, { id: sampleId(1), name: 'A', role: 'branch', scope });
  const position = () => readMeta(at.ledger.reader, 'position');
  const page = { epoch: 'e', events: [opened()], entered: [], left: [], head: 1, now: new Date(NOON).toISOString() };
  expect(await align()).toBe(false);
  await takePage(taker, { ...page, scope, next: 1 });
  expect(await align()).toBe(false);
  expect(await position()).toBe(1);
  await takePage(taker, { ...page, events: [], scope: { kind: 'branch', branch: 'JHB' }, next: 7, head: 7 });
  expect(await align()).toBe(true);
  expect(await position()).toBe(0);
  expect(await align()).toBe(false);
});

/** A console whose person is told of changes of their role; held acts are as many as central gives, one when left out. */
function seatOf(role: Role, scope: Scope = { kind: 'state', state: 'Johor' }) {
  const taker = { ledger: at.ledger, device: sampleId(9), now: () => NOON };
  const user: Person = { id: sampleId(1), name: 'A', role, scope };
  const held = { type: 'act.held', subject: { kind: 'act', id: sampleId(30) } } as const;
  const carried = { code: 'role', author: sampleId(2), device: sampleId(8), subjects: [CASE], events: [] };
  const asked: string[] = [];
  const api = {
    async json(_: unknown, { path }: { path: string }) {
      asked.push(path);
      return { events: [sampleEvent({ ...held, payload: carried }, { n: 1, seq: 2 })], keys: [] };
    },
  };
  const line = { api, withToken: <T>(ask: (token: string) => T) => ask('token') } as unknown as Line;
  const described = (as: Role, n: number) =>
    sampleEvent(
      { type: 'user.described', subject: { kind: 'user', id: user.id }, payload: { name: 'A', role: as, scope } },
      { n, seq: n, device: 'central' },
    );
  const page = { epoch: 'e', scope, entered: [], left: [], now: new Date(NOON).toISOString() };
  return {
    asked,
    described,
    align: () => alignSight(taker, line, user),
    take: (events: AnyEvent[], next: number) => takePage(taker, { ...page, events, next, head: 40 }),
    async sit() {
      await at.ledger.write(async (db) => ({ result: await writeMeta(db, { user }), subjects: [] }));
      expect(await alignSight(taker, line, user)).toBe(false);
    },
    fill: (events: AnyEvent[], again: boolean, cut: Scope = scope) => {
      const header = { epoch: 'e', scope: cut, seq: 7, events: events.length, now: page.now };
      const lines = [header, ...events].map((one) => `${JSON.stringify(one)}\n`);
      return fillFromSnapshot(taker, new Response(lines.join('')), again, () => {});
    },
    acts: async () => (await at.ledger.reader.all("SELECT id FROM event WHERE type = 'act.held'")).length,
  };
}

it('S-31: who was no supervisor for a while, and is one again before the console hears of it, gets held acts of that time', async () => {
  const seat = seatOf('supervisor');
  await seat.sit();
  // Cut by the other role, and nothing says so yet.
  await seat.take([], 6);
  expect(await seat.align()).toBe(false);
  await seat.take([seat.described('coordinator', 7), seat.described('supervisor', 9)], 9);
  expect(await seat.align()).toBe(false);
  expect(seat.asked).toHaveLength(1);
  expect(await seat.acts()).toBe(1);
  expect(await readMeta(at.ledger.reader, 'position')).toBe(9);
  await seat.take([seat.described('supervisor', 10)], 10);
  expect(await seat.align()).toBe(false);
  expect(seat.asked).toHaveLength(1);
});

it('S-31: a role that was a wall’s for a while makes the console fill its store anew: what names people was left out', async () => {
  for (const [role, meanwhile] of [
    ['coordinator', 'wall'],
    ['wall', 'coordinator'],
  ] as const) {
    const seat = seatOf(role);
    await at.ledger.write(async (db) => ({ result: await forgetMeta(db, ['sight']), subjects: [] }));
    await seat.sit();
    await seat.take([seat.described(meanwhile, 7), seat.described(role, 9)], 9);
    expect(await seat.align()).toBe(true);
    expect(await readMeta(at.ledger.reader, 'position')).toBe(0);
    expect(await seat.align()).toBe(false);
  }
});

it('S-31: a fill cut by another role, or one done anew that another scope had cut, is not the end of it', async () => {
  const seat = seatOf('supervisor');
  await seat.sit();
  await seat.fill([seat.described('supervisor', 3), seat.described('coordinator', 7)], false);
  await seat.take([seat.described('supervisor', 9)], 9);
  expect(await seat.align()).toBe(false);
  expect(await seat.acts()).toBe(1);
  await seat.fill([seat.described('supervisor', 9)], true);
  expect(await seat.align()).toBe(false);
  expect(seat.asked).toHaveLength(1);
  await seat.fill([], true, { kind: 'branch', branch: 'JHB' });
  expect(await readMeta(at.ledger.reader, 'position')).toBe(9);
  expect(await seat.align()).toBe(true);
});
