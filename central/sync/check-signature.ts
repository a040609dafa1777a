import { createPublicKey, verify } from 'node:crypto';
import type { PushBody } from '#shared/contract/wire/sync.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';

/** Whether a console's key is an Ed25519 public key (SPKI, base64). */
export function isDeviceKey(publicKey: string): boolean {
  try {
    return keyOf(publicKey).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/** Whether `signature` (base64) was made by the console's key over the canonical JSON of the push without it. */
export function signatureHolds(body: PushBody, signature: string, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(canonicalJson(body)), keyOf(publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function keyOf(publicKey: string) {
  return createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
}
