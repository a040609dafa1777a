import { createCipheriv, createDecipheriv } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
export const NONCE_BYTES = 12;
export const KEY_BYTES = 32;
const TAG_BYTES = 16;

/**
 * Seals `text` with AES-256-GCM: base64 of nonce, tag and text.
 * @param key 32 bytes @param nonce 12 random bytes, never used twice @param about what it belongs to: it opens for nothing else
 */
export function sealBox(key: Uint8Array, nonce: Uint8Array, text: string | Uint8Array, about: string): string {
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(about));
  const sealed = [cipher.update(Buffer.from(text)), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64');
}

/** Opens what `sealBox` made. Null when it was sealed otherwise, or changed since. */
export function openBox(key: Uint8Array, box: string, about: string): Buffer | null {
  const bytes = Buffer.from(box, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  try {
    const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
    cipher.setAAD(Buffer.from(about));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
  } catch {
    return null;
  }
}
