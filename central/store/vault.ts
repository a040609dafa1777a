import { KEY_BYTES, NONCE_BYTES, openBox, sealBox } from './box.ts';

/** Seals and opens private parts, and keeps the keys to them wrapped under central's master key. */
export interface Vault {
  /** A fresh key for a subject and its id. */
  newKey(): { id: string; key: Uint8Array };
  /** The key of this id as it lies in the database. */
  wrap(id: string, key: Uint8Array): string;
  /** Null when another master key wrapped it. */
  unwrap(id: string, wrapped: string): Uint8Array | null;
  seal(key: Uint8Array, text: string, about: string): string;
  /** Null when another key sealed it, or for something else. */
  open(key: Uint8Array, box: string, about: string): string | null;
}

/** @param master 32 bytes @param random as many random bytes as asked for */
export function createVault(master: Uint8Array, newId: () => string, random: (bytes: number) => Uint8Array): Vault {
  const seal = (key: Uint8Array, text: string | Uint8Array, about: string) =>
    sealBox(key, random(NONCE_BYTES), text, about);
  return {
    newKey: () => ({ id: newId(), key: random(KEY_BYTES) }),
    wrap: (id, key) => seal(master, key, id),
    unwrap: (id, wrapped) => openBox(master, wrapped, id),
    seal,
    open: (key, box, about) => openBox(key, box, about)?.toString() ?? null,
  };
}
