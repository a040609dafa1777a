import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { NOON, sampleEvent, sampleId } from '#shared/sync/sample-events.ts';
import { SILENT_LOG } from './log.ts';
import { insertEvents } from './store/event-rows.ts';
import { openLedger } from './store/ledger.ts';
import { openStore } from './store/open-store.ts';
import { createWithdrawal } from './withdrawal.ts';

const folder = mkdtempSync(join(tmpdir(), 'prihatin-withdrawal-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('S-29: a withdrawn console whose acts did not reach central yet keeps them, and is wiped once nothing waits', async () => {
  const store = await openStore(folder, () => new Date(NOON).toISOString(), SILENT_LOG);
  const ledger = await openLedger(store, defaultPolicies, () => NOON);
  const subject = { kind: 'case', id: sampleId(1) } as const;
  const note = sampleEvent({ type: 'case.noted', subject, payload: {} }, { n: 1, device: 'one' });
  await ledger.write(async (db) => ({ result: await insertEvents(db, [note], 1), subjects: [] }));
  let closed = false;
  const withdrawal = createWithdrawal({
    folder,
    ledger,
    log: SILENT_LOG,
    told: false,
    changed: () => {},
    async close() {
      closed = true;
      await ledger.close();
    },
  });
  expect(await withdrawal.begin()).toBe(false);
  expect(withdrawal.state()).toEqual({ wiped: false, files: [] });
  expect(closed).toBe(false);
  await ledger.write(async (db) => ({ result: await db.run('UPDATE event SET state = 5'), subjects: [] }));
  expect(await withdrawal.begin()).toBe(true);
  expect(closed).toBe(true);
  expect(withdrawal.state()).toEqual({ wiped: true, files: [] });
});
