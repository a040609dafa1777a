import type { SecretBox } from '#engine/secret-box.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { forgetMeta, readMeta, writeMeta } from '#engine/store/meta.ts';
import { restampWaiting } from '#engine/store/restamp-waiting.ts';
import { type DeviceKey, makeDeviceKey, openDeviceKey, openKept } from './device-key.ts';

/** Under which id and key this console writes and signs. */
export interface DeviceIdentity {
  readonly device: string;
  readonly key: DeviceKey;
  /**
   * S-38: goes on as another console, because a copy of this one came before: a new id, key and count, and all that
   * waits written anew under them in its order, in one transaction. It is not enrolled yet.
   * @returns how many events were written anew
   */
  becomeAnother(): Promise<number>;
  /** As which one it went on before, till `copied` is forgotten; null where that is not known. */
  formerly(): Promise<{ device: string; key: DeviceKey } | null>;
}

/** Opens it from the store, making a key at first. @param device the id the store has */
export async function openDeviceIdentity(
  ledger: Ledger,
  box: SecretBox,
  device: string,
  newId: () => string,
): Promise<DeviceIdentity> {
  let now = { device, key: await openDeviceKey(ledger, box) };
  return {
    get device() {
      return now.device;
    },
    get key() {
      return now.key;
    },
    async becomeAnother() {
      const next = newId();
      const { key, kept } = makeDeviceKey(box);
      const moved = await ledger.write(async (db) => {
        const { n, subjects } = await restampWaiting(db, now.device, next);
        const [deviceKey, publicKey] = [await readMeta(db, 'deviceKey'), await readMeta(db, 'publicKey')];
        if (deviceKey !== undefined && publicKey !== undefined)
          await writeMeta(db, { movedFrom: { device: now.device, deviceKey, publicKey } });
        await writeMeta(db, { ...kept, device: next, n, copied: true });
        await forgetMeta(db, ['prefix']);
        return { result: n, subjects };
      });
      now = { device: next, key };
      return moved;
    },
    async formerly() {
      const was = await readMeta(ledger.reader, 'movedFrom');
      return was === undefined ? null : { device: was.device, key: openKept(box, was) };
    },
  };
}
