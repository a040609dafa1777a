import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { COPY_NAME } from '#engine/store/copy-before.ts';
import { type AnyEvent, checkEvent, eventSchema, isKnown } from '#shared/contract/wire/event.ts';
import { startCentral } from '#tests/support/central.ts';
import { startEngine, TEST_USER, temporaryFolder } from '#tests/support/engine.ts';
import { queueOf } from '#tests/support/store-rows.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

const at = (name: string) => join(place.folder, name);
const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AnyEvent);

it('S-39: acts made after an update are carried over to the copy of before it, as wire events', async () => {
  mkdirSync(at('new'));
  cpSync(new URL('../../golden/store-1.sqlite', import.meta.url), join(at('new'), 'console.sqlite'));
  const updated = await startEngine(at('new'));
  const made = await updated.commit({ kind: 'report', text: 'Pekerja cedera di Ipoh', source: 'hotline', victims: 2 });
  await updated.commit({ kind: 'assign', cases: made.cases, branch: 'IPH' });
  await updated.stop();
  const wrote = await startEngine(at('new'), { carry: { exportTo: at('acts.ndjson'), importFrom: null } });
  const before = await queueOf(wrote);
  await wrote.stop();

  const events = linesOf(at('acts.ndjson'));
  expect(statSync(at('acts.ndjson')).mode & 0o777).toBe(0o600);
  for (const event of events) {
    expect(eventSchema.safeParse(event).success).toBe(true);
    expect(isKnown(event) && checkEvent(event)).toBeNull();
    // As the first version reads it: in the clear, and nothing it does not know.
    expect(
      Object.keys(event).filter((name) => ['sealed', 'receipt', 'was', 'seq', 'recordedAt'].includes(name)),
    ).toEqual([]);
  }
  expect(events.find(({ type, act }) => type === 'report.received' && act === made.act)?.private).toEqual({
    text: 'Pekerja cedera di Ipoh',
  });

  mkdirSync(at('old'));
  cpSync(join(at('new'), COPY_NAME), join(at('old'), 'console.sqlite'));
  const back = await startEngine(at('old'), { carry: { exportTo: null, importFrom: at('acts.ndjson') } });
  const rows = await queueOf(back);
  expect(rows.map((row) => [row.case, row.lead, row.unsent])).toEqual(
    before.map((row) => [row.case, row.lead, row.unsent]),
  );
  expect((await back.ask('outbox.list', {})).length).toBe(4);
  await back.stop();
  // The same file again brings nothing twice.
  const again = await startEngine(at('old'), {
    carry: { exportTo: at('again.ndjson'), importFrom: at('acts.ndjson') },
  });
  expect((await again.ask('outbox.list', {})).length).toBe(4);
  await again.stop();
  const key = ({ id, device, n, act }: AnyEvent) => [id, device, n, act];
  expect(linesOf(at('again.ndjson')).map(key)).toEqual(events.map(key));
});

it('S-39: carried acts are accepted once, from whichever of the two stores they come first', async () => {
  const central = await startCentral();
  const settled = (desk: Awaited<ReturnType<typeof startEngine>>) =>
    desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
  const first = await startEngine(at('one'), { central });
  await settled(first);
  await first.stop();
  cpSync(at('one'), at('copy'), { recursive: true });
  const alone = await startEngine(at('one'));
  await alone.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
  await alone.stop();
  await (await startEngine(at('one'), { carry: { exportTo: at('acts'), importFrom: null } })).stop();
  for (const name of ['copy', 'one']) {
    const carry = name === 'copy' ? { exportTo: null, importFrom: at('acts') } : { exportTo: null, importFrom: null };
    const desk = await startEngine(at(name), { central, carry });
    expect((await settled(desk)).rejected).toBe(0);
    await expect.poll(async () => (await queueOf(desk)).length, { timeout: 10_000 }).toBe(1);
    await desk.stop();
  }
  await central.stop();
});

it('S-39: a file with a line that is no act is not taken, and another console’s acts are counted as its own', async () => {
  const desk = await startEngine(at('one'), { user: TEST_USER });
  await desk.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
  await desk.stop();
  await (await startEngine(at('one'), { carry: { exportTo: at('acts'), importFrom: null } })).stop();
  writeFileSync(at('torn'), readFileSync(at('acts'), 'utf8').slice(0, -20));
  const events = linesOf(at('acts'));
  await expect(startEngine(at('two'), { carry: { exportTo: null, importFrom: at('torn') } })).rejects.toThrow(
    `line ${events.length} is no act`,
  );
  const other = await startEngine(at('three'), { carry: { exportTo: at('out'), importFrom: at('acts') } });
  const { device } = await other.ask('session.get', {});
  await other.stop();
  expect(linesOf(at('out')).map((event) => [event.id, event.device, event.n])).toEqual(
    events.map((event, index) => [event.id, device, index + 1]),
  );
});
