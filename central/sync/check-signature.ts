import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Whether a console's key is an Ed25519 public key (SPKI, base64). */
export function isDeviceKey(publicKey: string): boolean {
  try {
    return keyOf(publicKey).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/** Whether `signature` (base64) was made by the console's key over these bytes. */
export type CheckSignature = (signed: Buffer, signature: string, publicKey: string) => Promise<boolean>;

const MOST_KEYS = 1_000;

/** Checks signatures off the main thread; keeps the keys it read, which cost as much to read as to use. */
export function createSignatureCheck(): CheckSignature {
  const keys = new Map<string, KeyObject>();
  const read = (publicKey: string): KeyObject => {
    const known = keys.get(publicKey);
    if (known !== undefined) return known;
    if (keys.size >= MOST_KEYS) keys.clear();
    const key = keyOf(publicKey);
    keys.set(publicKey, key);
    return key;
  };
  return (signed, signature, publicKey) =>
    new Promise((resolve) => {
      try {
        verify(null, signed, read(publicKey), Buffer.from(signature, 'base64'), (error, holds) =>
          resolve(error === null && holds),
        );
      } catch {
        resolve(false);
      }
    });
}

function keyOf(publicKey: string) {
  return createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
}
