import { afterEach, beforeEach, expect, it } from 'vitest';
import { PROTOCOL } from '#shared/contract/version.ts';
import type { CentralIdentity } from '#shared/contract/wire/sync.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { startEngine, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';
import { queueOf } from '#tests/support/store-rows.ts';

let central: TestCentral;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  central = await startCentral();
  place = await temporaryFolder();
});
afterEach(async () => {
  await central.stop();
  await place.remove();
});

const settled = (desk: TestEngine) =>
  desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);

/** Works while it is refused, is closed and opened again, and keeps every act; then the right versions meet. */
async function worksAlone(desk: TestEngine): Promise<void> {
  const made = await desk.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 2 });
  await desk.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
  expect((await queueOf(desk)).filter((row) => made.cases.includes(row.case)).map((row) => row.lead)).toEqual([
    'KLG',
    'KLG',
  ]);
  expect((await desk.ask('outbox.list', {})).map((entry) => entry.state)).toEqual(['waiting', 'waiting']);
  await desk.stop();
  const updated = await startEngine(place.folder, { central });
  await settled(updated);
  expect((await queueOf(updated)).every((row) => row.lead === 'KLG' && /^\d{4}-\d{6}\//.test(row.number))).toBe(true);
  await updated.stop();
}

/** A console that met central before its version fell behind. */
async function enrolled(): Promise<void> {
  const desk = await startEngine(place.folder, { central });
  await settled(desk);
  await desk.stop();
}

it('an older console is told that it needs an update, in words, works alone and keeps its acts', async () => {
  await enrolled();
  const refusals: number[] = [];
  const old = await startEngine(place.folder, {
    central,
    // It speaks a protocol from before the oldest that central understands.
    fetch: async (url, init) => {
      const body =
        typeof init?.body === 'string' ? init.body.replace(`"protocol":${PROTOCOL}`, '"protocol":0') : init?.body;
      const older = { ...init, ...(body === undefined ? {} : { body }) };
      const reply = await fetch(url.replace(`protocol=${PROTOCOL}`, 'protocol=0'), older);
      if (reply.status === 426) refusals.push(reply.status);
      return reply;
    },
  });
  const status = await old.until('link.watch', {}, (one) => one.link === 'refused', 20_000);
  expect(status.why?.key).toBe('failure.console-outdated');
  expect(refusals.length).toBeGreaterThan(0);
  await worksAlone(old);
});

it('a console newer than central says so, works alone and keeps its acts', async () => {
  await enrolled();
  let asked = 0;
  const newer = await startEngine(place.folder, {
    central,
    fetch: async (url, init) => {
      const reply = await fetch(url, init);
      if (!url.includes('/v1/central')) {
        asked += 1;
        return reply;
      }
      const identity = (await reply.json()) as CentralIdentity;
      return Response.json({ ...identity, protocol: PROTOCOL - 1, oldestProtocol: 1 });
    },
  });
  const status = await newer.until('link.watch', {}, (one) => one.link === 'refused', 20_000);
  expect(status.why?.key).toBe('failure.central-outdated');
  await worksAlone(newer);
  // It never tried what that central would not have understood.
  expect(asked).toBe(0);
});

it('a central refuses protocols beyond its own on both sides, with words for each', async () => {
  const ask = async (protocol: number) => {
    const reply = await fetch(`${central.url}/v1/sync/pull?protocol=${protocol}`, {
      headers: { authorization: 'Bearer none' },
    });
    return { status: reply.status, ...((await reply.json()) as { code: string; detail: string }) };
  };
  expect(await ask(0)).toMatchObject({ status: 426, code: 'update-needed' });
  expect((await ask(0)).detail).toContain('update the console');
  expect(await ask(PROTOCOL + 1)).toMatchObject({ status: 426, code: 'update-needed' });
  expect((await ask(PROTOCOL + 1)).detail).toContain('update central');
});
