import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { startEngine, type TestEngine, type TestEngineOptions, temporaryFolder } from '#tests/support/engine.ts';
import { labelsOf, queueOf, statesOf } from '#tests/support/store-rows.ts';

let central: TestCentral;
const open: { desk: TestEngine; remove(): Promise<void> }[] = [];

beforeEach(async () => {
  central = await startCentral();
});
afterEach(async () => {
  for (const { desk, remove } of open.splice(0)) {
    await desk.stop();
    await remove();
  }
  await central.stop();
});

async function console(options: TestEngineOptions = {}, copyOf?: string): Promise<TestEngine> {
  const { folder, remove } = await temporaryFolder();
  if (copyOf !== undefined) cpSync(copyOf, folder, { recursive: true });
  const desk = await startEngine(folder, options);
  open.push({ desk, remove });
  return desk;
}

const settled = (desk: TestEngine) =>
  desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
const report = (desk: TestEngine, text: string, victims = 1) =>
  desk.commit({ kind: 'report', text, source: 'hotline', victims });

/** A console that met central, has one act waiting from while it was cut off, and was then copied. */
async function twins(): Promise<[TestEngine, TestEngine]> {
  const first = await console({ central });
  await settled(first);
  await first.stop();
  const alone = await startEngine(first.folder);
  await report(alone, 'Pekerja maut di Klang');
  await alone.stop();
  const one = await console({}, first.folder);
  const two = await console({}, first.folder);
  return [one, two];
}

it('S-38: a copy of a console goes on as another one, says so, and both histories stand in their order', async () => {
  const [one, two] = await twins();
  await report(one, 'Pekerja cedera di Ipoh');
  const made = await report(two, 'Kebakaran kilang di Seremban, dua maut', 2);
  await two.commit({ kind: 'assign', cases: made.cases, branch: 'SBN' });
  for (let n = 0; n < 5; n++) await two.commit({ kind: 'note', cases: made.cases, text: `Nota ${n}` });
  one.engine.setCentral(central);
  await settled(one);
  const before = (await two.ask('session.get', {})).device;
  two.engine.setCentral(central);
  const told = await two.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
  expect(told.rejected).toBe(0);
  const session = await two.ask('session.get', {});
  expect(session.device).not.toBe(before);
  expect(told.notice).toMatchObject({ key: 'notice.re-enrolled', params: { prefix: { v: session.prefix } } });
  expect((await one.ask('session.get', {})).device).toBe(before);

  await expect.poll(async () => (await queueOf(one)).length, { timeout: 10_000 }).toBe(4);
  await expect
    .poll(async () => canonicalJson(await statesOf(one)) === canonicalJson(await statesOf(two)), { timeout: 10_000 })
    .toBe(true);
  const cases = (await queueOf(one)).filter((row) => made.cases.includes(row.case));
  expect(cases.map((row) => [row.lead, row.conflicts])).toEqual([
    ['SBN', 0],
    ['SBN', 0],
  ]);
  // Both gave the same label to something else: it finds both.
  const labels = await labelsOf(one);
  const twice = labels.filter((label, index) => labels.indexOf(label) !== index);
  expect(twice).toHaveLength(1);
  const first = await one.ask('case.get', { case: made.cases[0] ?? '' });
  expect(first.timeline.filter((entry) => entry.type === 'case.noted')).toHaveLength(5);

  // Both work on, each under its own identity.
  for (const desk of [one, two]) {
    await report(desk, 'Pekerja cedera di Kuching');
    await settled(desk);
  }
  await expect.poll(async () => (await queueOf(one)).length, { timeout: 10_000 }).toBe(6);
  const devices: { device: string }[] = await central.central.parts.database.reader('device').select('id as device');
  expect(devices).toHaveLength(2);
});

it('S-38: killed right after it became another one, it enrols and goes on at the next start', async () => {
  const [one, two] = await twins();
  await report(one, 'Pekerja cedera di Ipoh');
  await report(two, 'Pekerja cedera di Kuching');
  one.engine.setCentral(central);
  await settled(one);
  let enrolling = 0;
  await two.stop();
  const cut = await startEngine(two.folder, {
    central,
    fetch: async (url, init) => {
      if (url.endsWith('/v1/devices')) {
        enrolling += 1;
        throw new TypeError('the line was cut');
      }
      return fetch(url, init);
    },
  });
  await expect.poll(() => enrolling, { timeout: 10_000 }).toBeGreaterThan(0);
  await cut.stop();
  const again = await startEngine(two.folder, { central });
  expect((await settled(again)).notice?.key).toBe('notice.re-enrolled');
  await expect.poll(async () => (await queueOf(one)).length, { timeout: 10_000 }).toBe(3);
  await again.stop();
});

it('S-38: a console put back from an older copy of its disk takes over its count by the pull and uses none again', async () => {
  const { folder, remove } = await temporaryFolder();
  const desk = await startEngine(folder, { central });
  await settled(desk);
  await report(desk, 'Pekerja maut di Klang');
  await settled(desk);
  await desk.stop();
  const kept = await temporaryFolder();
  cpSync(folder, join(kept.folder, 'copy'), { recursive: true });
  const more = await startEngine(folder, { central });
  await report(more, 'Pekerja cedera di Ipoh');
  await settled(more);
  await more.stop();
  await remove();

  const back = await startEngine(join(kept.folder, 'copy'), { central });
  await settled(back);
  const device = (await back.ask('session.get', {})).device;
  await report(back, 'Pekerja cedera di Kuching');
  const told = await settled(back);
  expect(told.notice ?? null).toBeNull();
  expect((await back.ask('session.get', {})).device).toBe(device);
  expect(await queueOf(back)).toHaveLength(3);
  await back.stop();
  await kept.remove();
});
