import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { type Ledger, openLedger } from '#engine/store/ledger.ts';
import { readMeta, writeMeta } from '#engine/store/meta.ts';
import { openStore } from '#engine/store/open-store.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { NOON, sampleId } from '#shared/sync/sample-events.ts';
import { createCentralApi } from './central-api.ts';
import { openDeviceKey } from './device-key.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

const USER = { id: sampleId(1), name: 'Siti', role: 'coordinator', scope: { kind: 'hq' } };

let folder: string;
let ledger: Ledger;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-engine-'));
  ledger = await openLedger(await openStore(folder, () => '', SILENT_LOG), defaultPolicies, () => NOON);
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Who sits at a console nobody sat at before. @param proved what happens while a password is being kept */
async function openSignIn(proved: () => Promise<void>, signedIn: (user: { id: string } | null) => void = () => {}) {
  return createSignIn({
    ledger,
    box: PLAIN_BOX,
    device: sampleId(9),
    key: await openDeviceKey(ledger, PLAIN_BOX),
    account: async () => null,
    proofs: {
      proved,
      heard: async () => {},
      check: () => Promise.reject(new Error('not asked')),
      until: async () => NOON,
    },
    person: () => null,
    vouched: () => {},
    signedIn,
  });
}
const apiAnswering = (answer: () => Response) =>
  createCentralApi(
    'http://central',
    async () => answer(),
    () => 'ms',
  );

it('who signs out while their password is still being kept stays signed out', async () => {
  const told: (string | null)[] = [];
  const signIn: SignIn = await openSignIn(
    () => signIn.signOut(),
    (user) => void told.push(user?.id ?? null),
  );
  const api = apiAnswering(() => Response.json({ accessToken: 'a', refreshToken: 'r', user: USER }));
  const coming = signIn.signIn(api, AbortSignal.timeout(5_000), { username: 'siti', password: 'rahsia' });
  await expect(coming).rejects.toThrow('not-signed-in');
  expect(told).toEqual([null]);
  expect(await readMeta(ledger.reader, 'user')).toBeUndefined();
});

it('keeps its session where somebody other than central answers in its place', async () => {
  await ledger.write(async (db) => ({
    result: await writeMeta(db, { refreshToken: PLAIN_BOX.seal('r1') }),
    subjects: [],
  }));
  const signIn = await openSignIn(async () => {});
  let answer: () => Response;
  const api = apiAnswering(() => answer());
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
});
