import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { startEngine, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';
import { queueOf, statesOf } from '#tests/support/store-rows.ts';

let data: string;
let central: TestCentral;
const open: { desk: TestEngine; remove(): Promise<void> }[] = [];

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  central = await startCentral({ dataFolder: data });
});
afterEach(async () => {
  for (const { desk, remove } of open.splice(0)) {
    await desk.stop();
    await remove();
  }
  await central.stop();
  rmSync(data, { recursive: true, force: true });
});

async function console(): Promise<TestEngine> {
  const { folder, remove } = await temporaryFolder();
  const desk = await startEngine(folder, { central });
  open.push({ desk, remove });
  await desk.until('link.watch', {}, (status) => status.link === 'live', 20_000);
  return desk;
}

const settled = (desk: TestEngine) =>
  desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);

/** Ends central and copies its data as it is. */
async function backUp(): Promise<string> {
  const port = Number(new URL(central.url).port);
  await central.stop();
  const copy = join(data, 'copy.sqlite');
  copyFileSync(join(data, 'central.sqlite'), copy);
  central = await startCentral({ dataFolder: data, port });
  return copy;
}

/** Loses central's data and starts it again on the copy. */
async function restore(copy: string): Promise<void> {
  const port = Number(new URL(central.url).port);
  await central.stop();
  for (const end of ['-wal', '-shm']) rmSync(join(data, `central.sqlite${end}`), { force: true });
  copyFileSync(copy, join(data, 'central.sqlite'));
  central = await startCentral({ dataFolder: data, port, restored: true });
}

/** Case states by id, without the seq, which a new epoch gives anew. */
const apart = (states: readonly CaseState[]) => canonicalJson(states.map(({ seq: _seq, ...state }) => state));

it('S-36, S-37: a console brings back what others made who are gone, and everything stands as it stood', async () => {
  const [a, b] = [await console(), await console()];
  const copy = await backUp();
  await Promise.all([settled(a), settled(b)]);
  const made = await a.commit({ kind: 'report', text: 'Dua pekerja maut di Klang', source: 'hotline', victims: 2 });
  await a.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
  await settled(a);
  await expect
    .poll(async () => (await queueOf(b)).filter((row) => row.lead === 'KLG').length, { timeout: 10_000 })
    .toBe(2);
  const [first = ''] = made.cases;
  await b.commit({ kind: 'assign', cases: [first], branch: 'SBN', reason: 'lebih dekat' });
  await settled(b);
  await expect
    .poll(async () => (await queueOf(a)).find((row) => row.case === first)?.lead, { timeout: 10_000 })
    .toBe('SBN');
  const before = await statesOf(b);
  // Central falls; whoever made the case never comes back.
  const gone = open.findIndex((one) => one.desk === a);
  for (const { desk, remove } of open.splice(gone, 1)) {
    await desk.stop();
    await remove();
  }
  await restore(copy);
  await settled(b);
  await expect.poll(async () => apart(await statesOf(b)), { timeout: 20_000 }).toBe(apart(before));
  const later = await console();
  expect(apart(await statesOf(later))).toBe(apart(before));
  expect((await queueOf(later)).every((row) => row.conflicts === 0)).toBe(true);
  expect(canonicalJson(await queueOf(later))).toBe(canonicalJson(await queueOf(b)));
});

it('S-36: several consoles bring back the same at once, and each event is there once', async () => {
  const desks = [await console(), await console(), await console()];
  const copy = await backUp();
  await Promise.all(desks.map(settled));
  for (const [index, desk] of desks.entries())
    await desk.commit({ kind: 'report', text: `Pekerja ${index} cedera di Ipoh`, source: 'hotline', victims: 3 });
  await Promise.all(desks.map(settled));
  for (const desk of desks) await expect.poll(async () => (await queueOf(desk)).length, { timeout: 10_000 }).toBe(9);
  const numbers = (await queueOf(desks[0] as TestEngine)).map((row) => row.number);
  await restore(copy);
  await Promise.all(desks.map(settled));
  for (const desk of desks)
    await expect.poll(async () => (await queueOf(desk)).map((row) => row.number), { timeout: 20_000 }).toEqual(numbers);
  const rows: { id: string }[] = await central.central.parts.database.reader('event').select('id');
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const pictures = await Promise.all(desks.map(async (desk) => canonicalJson(await statesOf(desk))));
  expect(new Set(pictures).size).toBe(1);
});

it('S-36: a central restored twice gets everything back twice', async () => {
  const [a, b] = [await console(), await console()];
  const copy = await backUp();
  await Promise.all([settled(a), settled(b)]);
  const made = await a.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
  await settled(a);
  await restore(copy);
  await Promise.all([settled(a), settled(b)]);
  await a.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
  await settled(a);
  await expect.poll(async () => (await queueOf(b))[0]?.lead, { timeout: 20_000 }).toBe('KLG');
  const before = await statesOf(b);
  const gone = open.findIndex((one) => one.desk === a);
  for (const { desk, remove } of open.splice(gone, 1)) {
    await desk.stop();
    await remove();
  }
  await restore(copy);
  await settled(b);
  await expect.poll(async () => apart(await statesOf(b)), { timeout: 20_000 }).toBe(apart(before));
  expect(apart(await statesOf(await console()))).toBe(apart(before));
});

it('S-36: nobody’s right is judged again: what its author may not do any more comes back all the same', async () => {
  const desk = await console();
  const copy = await backUp();
  await settled(desk);
  const made = await desk.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
  await desk.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
  await settled(desk);
  await central.stop();
  for (const end of ['-wal', '-shm']) rmSync(join(data, `central.sqlite${end}`), { force: true });
  copyFileSync(copy, join(data, 'central.sqlite'));
  central = await startCentral({ dataFolder: data, restored: true });
  const { database } = central.central.parts;
  await database.writer('user_account').where({ role: 'coordinator' }).update({ role: 'branch' });
  desk.engine.setCentral(central);
  expect(await settled(desk)).toMatchObject({ rejected: 0 });
  const brought: { type: string }[] = await database.reader('event').where({ act: made.act }).select('type');
  expect(brought.map(({ type }) => type)).toContain('case.opened');
  await expect.poll(async () => (await queueOf(desk)).map((row) => row.lead), { timeout: 20_000 }).toEqual(['KLG']);
  // The same again, made now, is judged as ever.
  await desk.commit({ kind: 'close', cases: made.cases, outcome: 'duplicate' }).catch(() => null);
  await desk.until('link.watch', {}, (status) => status.waiting === 0, 20_000);
  const closed: { type: string }[] = await database.reader('event').where({ type: 'case.closed' }).select('type');
  expect(closed).toEqual([]);
  expect((await queueOf(desk)).map((row) => row.lead)).toEqual(['KLG']);
});
