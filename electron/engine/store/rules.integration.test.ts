import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { openCase, policyRow, ruleEvent } from '#shared/sync/sample-rules.ts';
import { insertEvents } from './event-rows.ts';
import { loadRows } from './folded-rows.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { openStore } from './open-store.ts';
import { startRedrawing } from './redraw-cases.ts';

const NOON = Date.parse('2026-11-23T12:00:00+08:00');
let folder: string;
let ledger: Ledger;
const open = async () => {
  ledger = await openLedger(await openStore(folder, () => '', SILENT_LOG), defaultPolicies, () => NOON);
};
const put = (events: readonly AnyEvent[]) =>
  ledger.write(async (db) => {
    await insertEvents(db, [...events], 0);
    return { result: undefined, subjects: events.map((event) => event.subject.id) };
  });
const dueOf = async (id: string, key: string) =>
  (await loadRows(ledger.reader, [id]))[0]?.clocks.find((clock) => clock.key === key)?.due;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
  await open();
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

it('counts a clock that starts after a version was set by it, one that ran before by the former', async () => {
  const before = openCase(1, NOON - 3_600_000);
  await put(before.events);
  await put([ruleEvent('policy.set', { policy: policyRow(20), replaces: null }, { n: 50, at: NOON - 1_800_000 })]);
  const after = openCase(2, NOON - 600_000);
  await put(after.events);
  expect(await dueOf(before.id, 'kpi.assignment')).toBe(NOON - 3_600_000 + 30 * 60_000);
  expect(await dueOf(after.id, 'kpi.assignment')).toBe(NOON - 600_000 + 20 * 60_000);
});

it('draws every other case by new rules in steps, also what a restart left over', async () => {
  const one = openCase(1, NOON - 600_000);
  await put(one.events);
  // Set earlier, and come only now: the case started under it.
  await put([ruleEvent('policy.set', { policy: policyRow(20), replaces: null }, { n: 50, at: NOON - 1_800_000 })]);
  expect(await dueOf(one.id, 'kpi.assignment')).toBe(NOON - 600_000 + 30 * 60_000);
  await ledger.close();
  await open();
  const stop = startRedrawing(ledger, SILENT_LOG);
  const deadline = Date.now() + 5_000;
  while ((await dueOf(one.id, 'kpi.assignment')) !== NOON - 600_000 + 20 * 60_000 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await stop();
  expect(await dueOf(one.id, 'kpi.assignment')).toBe(NOON - 600_000 + 20 * 60_000);
});
