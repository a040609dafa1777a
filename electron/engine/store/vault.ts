import type { SecretBox } from '#engine/secret-box.ts';
import { KEY_BYTES, NONCE_BYTES, openBox, sealBox } from './box.ts';
import type { Connection } from './database.ts';

/** What guards the store: the shell's secret box, and where random bytes come from. */
export interface StoreSecrets {
  box: SecretBox;
  random(bytes: number): Uint8Array;
}

/** Seals and opens what lies in this store; holds the store's own key, which lies there sealed by the secret box. */
export interface Vault {
  /** Seals text of this console alone. @param about what it belongs to */
  seal(text: string, about: string): string;
  /** Null when it was not sealed here, or for something else. */
  open(box: string, about: string): string | null;
  /** A fresh key for a subject and its id, a UUID. */
  newKey(): { id: string; key: Buffer };
  /** The key of this id as it lies in the store. */
  wrap(id: string, key: Uint8Array): string;
  /** Null when it was not wrapped in this store. */
  unwrap(id: string, wrapped: string): Buffer | null;
  /** Seals text under a subject's key. */
  sealUnder(key: Uint8Array, text: string, about: string): string;
  /** Null when another key sealed it, or for something else. */
  openUnder(key: Uint8Array, box: string, about: string): string | null;
}

/** Reads the store's key, making it at first, inside the caller's transaction. @throws Error when another box sealed it. */
export async function openVault(db: Connection, { box, random }: StoreSecrets): Promise<Vault> {
  const kept = await db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'storeKey'");
  let store: Buffer;
  if (kept) store = Buffer.from(box.open(JSON.parse(kept.value) as string), 'base64');
  else {
    store = Buffer.from(random(KEY_BYTES));
    const sealed = JSON.stringify(box.seal(store.toString('base64')));
    await db.run("INSERT INTO meta (key, value) VALUES ('storeKey', ?)", [sealed]);
  }
  return createVault(store, random);
}

function createVault(store: Buffer, random: StoreSecrets['random']): Vault {
  const under = (key: Uint8Array, text: string | Uint8Array, about: string) =>
    sealBox(key, random(NONCE_BYTES), text, about);
  return {
    seal: (text, about) => under(store, text, about),
    open: (box, about) => openBox(store, box, about)?.toString() ?? null,
    newKey: () => ({ id: randomId(random(16)), key: Buffer.from(random(KEY_BYTES)) }),
    wrap: (id, key) => under(store, key, id),
    unwrap: (id, wrapped) => openBox(store, wrapped, id),
    sealUnder: under,
    openUnder: (key, box, about) => openBox(key, box, about)?.toString() ?? null,
  };
}

/** A UUID of random bytes alone (version 4). */
function randomId(random: Uint8Array): string {
  const bytes = Buffer.from(random);
  bytes[6] = 0x40 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
