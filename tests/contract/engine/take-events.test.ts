import { expect, it } from 'vitest';
import { eventsById, insertEvents } from '#engine/store/event-rows.ts';
import { readMeta } from '#engine/store/meta.ts';
import { alignSight } from '#engine/sync/align-sight.ts';
import { takePage } from '#engine/sync/take-events.ts';
import type { PullReply } from '#shared/contract/wire/sync.ts';
import { NOON, opened, sampleId } from '#shared/sync/sample-events.ts';
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
