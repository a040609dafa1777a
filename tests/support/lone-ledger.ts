import { afterEach, beforeEach } from 'vitest';
import type { Ledger } from '#engine/store/ledger.ts';
import { temporaryFolder } from './engine.ts';
import { ledgerIn } from './ledger-tables.ts';

/** A ledger on an empty store for every test of the file or group that calls this. @param now ms since 1970 */
export function loneLedger(now: number): { readonly ledger: Ledger } {
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  let ledger: Ledger;
  beforeEach(async () => {
    place = await temporaryFolder();
    ledger = await ledgerIn(place.folder, now);
  });
  afterEach(async () => {
    await ledger.close();
    await place.remove();
  });
  return {
    get ledger() {
      return ledger;
    },
  };
}
