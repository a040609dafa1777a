import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { openLedger } from '#engine/store/ledger.ts';
import { readMeta, writeMeta } from '#engine/store/meta.ts';
import { openStore } from '#engine/store/open-store.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { NOON, sampleId } from '#shared/sync/sample-events.ts';
import { createCentralApi } from './central-api.ts';
import { openDeviceKey } from './device-key.ts';
import { createSignIn } from './sign-in.ts';

const USER = { id: sampleId(1), name: 'Siti', role: 'coordinator', scope: { kind: 'hq' } };

it('who signs out while their password is still being kept stays signed out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-engine-'));
  const ledger = await openLedger(await openStore(folder, () => '', SILENT_LOG), defaultPolicies, () => NOON);
  const told: (string | null)[] = [];
  const signIn = createSignIn({
    ledger,
    box: PLAIN_BOX,
    device: sampleId(9),
    key: await openDeviceKey(ledger, PLAIN_BOX),
    account: async () => null,
    proofs: {
      proved: () => signIn.signOut(),
      heard: async () => {},
      check: () => Promise.reject(new Error('not asked')),
      until: async () => NOON,
    },
    person: () => null,
    vouched: () => {},
    signedIn: (user) => void told.push(user?.id ?? null),
  });
  const answer = JSON.stringify({ accessToken: 'a', refreshToken: 'r', user: USER });
  const api = createCentralApi(
    'http://central',
    async () => new Response(answer),
    () => 'ms',
  );
  const coming = signIn.signIn(api, AbortSignal.timeout(5_000), { username: 'siti', password: 'rahsia' });
  await expect(coming).rejects.toThrow('not-signed-in');
  expect(told).toEqual([null]);
  expect(await readMeta(ledger.reader, 'user')).toBeUndefined();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps its session where somebody other than central answers in its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-engine-'));
  const ledger = await openLedger(await openStore(folder, () => '', SILENT_LOG), defaultPolicies, () => NOON);
  await ledger.write(async (db) => ({
    result: await writeMeta(db, { refreshToken: PLAIN_BOX.seal('r1') }),
    subjects: [],
  }));
  const signIn = createSignIn({
    ledger,
    box: PLAIN_BOX,
    device: sampleId(9),
    key: await openDeviceKey(ledger, PLAIN_BOX),
    account: async () => null,
    proofs: {
      proved: async () => {},
      heard: async () => {},
      check: () => Promise.reject(new Error('not asked')),
      until: async () => NOON,
    },
    person: () => null,
    vouched: () => {},
    signedIn: () => {},
  });
  let answer: () => Response = () => new Response('<h1>Not Found</h1>', { status: 404 });
  const api = createCentralApi(
    'http://central',
    async () => answer(),
    () => 'ms',
  );
  const ready = () => signIn.ready(api, AbortSignal.timeout(5_000));
  for (const status of [401, 403, 404, 405, 407]) {
    answer = () => new Response('<h1>A balancer without a central</h1>', { status });
    await expect(ready()).rejects.toThrow(`http-${status}`);
    expect(await readMeta(ledger.reader, 'refreshToken')).toBeDefined();
  }
  // Central itself says so: then it is over.
  const over = { type: 'about:blank', title: '', status: 401, code: 'not-signed-in' };
  answer = () => Response.json(over, { status: 401 });
  await expect(ready()).rejects.toThrow('not-signed-in');
  expect(await readMeta(ledger.reader, 'refreshToken')).toBeUndefined();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});
