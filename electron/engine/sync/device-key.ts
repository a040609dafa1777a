import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { SecretBox } from '#engine/secret-box.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { type Meta, readMeta, writeMeta } from '#engine/store/meta.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';

/** The console's own Ed25519 key: central knows its public half. */
export interface DeviceKey {
  /** SPKI, base64. */
  readonly publicKey: string;
  /** Signature over the canonical JSON of `body`, base64. */
  sign(body: unknown): string;
}

/** Reads the key from the store, making one at first. */
export async function openDeviceKey(ledger: Ledger, box: SecretBox): Promise<DeviceKey> {
  const sealed = await readMeta(ledger.reader, 'deviceKey');
  const known = await readMeta(ledger.reader, 'publicKey');
  if (sealed !== undefined && known !== undefined) return keyOf(box.open(sealed), known);
  const { key, kept } = makeDeviceKey(box);
  await ledger.write(async (db) => ({ result: await writeMeta(db, kept), subjects: [] }));
  return key;
}

/** Makes a new key, and what the store is to keep of it. */
export function makeDeviceKey(box: SecretBox): { key: DeviceKey; kept: Pick<Meta, 'deviceKey' | 'publicKey'> } {
  const pair = generateKeyPairSync('ed25519');
  const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { key: keyOf(secret, publicKey), kept: { deviceKey: box.seal(secret), publicKey } };
}

/** Opens a key as the store kept it. */
export function openKept(box: SecretBox, { deviceKey, publicKey }: Pick<Meta, 'deviceKey' | 'publicKey'>): DeviceKey {
  return keyOf(box.open(deviceKey), publicKey);
}

function keyOf(pem: string, publicKey: string): DeviceKey {
  const key = createPrivateKey(pem);
  return { publicKey, sign: (body) => sign(null, Buffer.from(canonicalJson(body), 'utf8'), key).toString('base64') };
}
