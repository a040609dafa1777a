import { join } from 'node:path';
import { openDatabase } from '#engine/store/database.ts';
import { type QueueRow, rowsMessageSchema } from '#shared/contract/view/queue-row.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import type { TestEngine } from './engine.ts';

/** The queue as a window gets it, by case; what the store kept is held against the contract. */
export async function queueOf(desk: TestEngine): Promise<QueueRow[]> {
  const picture = rowsMessageSchema.parse(await desk.until('rows.watch', {}, (message) => message.kind === 'picture'));
  return picture.kind === 'picture' ? [...picture.rows].sort((a, b) => (a.case < b.case ? -1 : 1)) : [];
}

/** The labels of the incidents in a running engine's store, read beside it. */
export async function labelsOf({ folder }: TestEngine): Promise<(string | null)[]> {
  const db = await openDatabase(join(folder, 'console.sqlite'));
  try {
    return (await db.all<{ label: string | null }>('SELECT label FROM incident_row')).map((row) => row.label);
  } finally {
    await db.close();
  }
}

/** The folded case states of a running engine's store, read beside it. */
export async function statesOf({ folder }: TestEngine): Promise<CaseState[]> {
  const db = await openDatabase(join(folder, 'console.sqlite'));
  try {
    const rows = await db.all<{ state: string }>('SELECT state FROM case_row ORDER BY id');
    return rows.map((row) => JSON.parse(row.state) as CaseState);
  } finally {
    await db.close();
  }
}
