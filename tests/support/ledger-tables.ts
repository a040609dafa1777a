import { mkdirSync } from 'node:fs';
import { SILENT_LOG } from '#engine/log.ts';
import { type Ledger, openLedger } from '#engine/store/ledger.ts';
import { openStore } from '#engine/store/open-store.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';

/** A ledger on a store in this folder, made where missing; nobody else touches it. */
export async function ledgerIn(folder: string, now: number): Promise<Ledger> {
  mkdirSync(folder, { recursive: true });
  const store = await openStore(folder, () => '', SILENT_LOG);
  return openLedger(store, defaultPolicies, () => now);
}

const FOLDED = ['case_row', 'incident_row', 'report_row', 'user_row', 'held_row', 'rule_row'];

/** Every folded table, whole. */
export async function foldsOf({ reader }: Ledger): Promise<string> {
  const tables = await Promise.all(FOLDED.map((table) => reader.all(`SELECT * FROM ${table} ORDER BY id`)));
  return JSON.stringify([...tables, await reader.all('SELECT * FROM incident_link ORDER BY 1, 2, 3')]);
}

/** Every table a screen or the next push reads; a key's wrapping is new each time, so only whose it is. */
export async function tablesOf(ledger: Ledger): Promise<string> {
  const { reader } = ledger;
  const tables = [
    await reader.all(
      'SELECT id, seq, state, act, type, subject_id, device, n, recorded_at, receipt, was, body FROM event ORDER BY id',
    ),
    await foldsOf(ledger),
    await reader.all('SELECT id, subject, confirmed, wrapped IS NULL AS gone FROM subject_key ORDER BY id'),
    await reader.all("SELECT key, value FROM meta WHERE key IN ('position', 'epoch', 'n', 'hlc') ORDER BY key"),
  ];
  return JSON.stringify(tables);
}
