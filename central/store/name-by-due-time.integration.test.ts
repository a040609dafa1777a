import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqlite } from './database.ts';
import { nameByDueTime } from './name-by-due-time.ts';
import { NOTIFY_STATEMENTS } from './notify-schema.ts';
import { addMessages, type NewMessage } from './outbox-rows.ts';

const DUE = 1_700_000_000_500;
const call = (id: string, due: number, about: NewMessage['about'] = 'call'): NewMessage => ({
  id,
  channel: 'mail',
  about,
  why: null,
  case_id: 'case-1',
  clock: 'kpi.triage:case-1',
  clock_key: 'kpi.triage',
  level: 'squad',
  percent: 50,
  at: 1,
  due,
  duty: null,
  created_at: due,
  send_after: 1,
});

it('P-20: gives messages of an older central the identity of today, once, and words that of their call', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-names-'));
  const database = openSqlite(join(folder, 'central.sqlite'));
  const first = 'kpi.triage:case-1|kpi.triage@1|50|1699999000500|squad';
  await database.writer.transaction(async (tx) => {
    for (const statement of NOTIFY_STATEMENTS) await tx.raw(statement);
    await addMessages(tx, [
      call(first, DUE),
      call(`${first}|withdrawn`, DUE + 9_000, 'withdrawal'),
      call('kpi.triage:case-1|kpi.triage@1|90|1699999000700|head', DUE),
      call('kpi.triage:case-1|kpi.triage@1|90|1699999000900|head', DUE + 100),
    ]);
    await nameByDueTime(tx);
    await nameByDueTime(tx);
  });
  const names = await database.reader('outbox').orderBy('id').select('id', 'created_at');
  expect(names).toEqual([
    { id: 'kpi.triage:case-1|kpi.triage@1|50|1700000000|squad', created_at: DUE },
    { id: 'kpi.triage:case-1|kpi.triage@1|50|1700000000|squad|withdrawn', created_at: DUE + 9_000 },
    { id: 'kpi.triage:case-1|kpi.triage@1|90|1700000000|head', created_at: DUE + 100 },
  ]);
  await database.close();
  rmSync(folder, { recursive: true });
});
