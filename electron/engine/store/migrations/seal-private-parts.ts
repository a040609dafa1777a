import type { Connection, SqlValue } from '#engine/store/database.ts';
import { withVault } from '#engine/store/database.ts';
import { writingKeys } from '#engine/store/subject-keys.ts';
import { openVault, type StoreSecrets } from '#engine/store/vault.ts';
import { sealedFor } from '#shared/sync/private-part.ts';

const TABLES = `
CREATE TABLE subject_key (id TEXT PRIMARY KEY, subject TEXT NOT NULL, wrapped TEXT, confirmed INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX subject_key_by_subject ON subject_key (subject);
`;
const CHUNK = 1_000;

interface Clear {
  id: string;
  subject: string;
  text: string;
}

/**
 * S-24: private parts lay in the clear until this version. Seals each in its event, drops the table they lay in, and the
 * folded rows that told of them, which are made anew; `sweep` has the pages they lay on cleared once this is committed.
 */
export async function sealPrivateParts(connection: Connection, secrets: StoreSecrets): Promise<void> {
  await connection.exec(TABLES);
  const db = withVault(connection, await openVault(connection, secrets));
  let any = false;
  for (let after = ''; ; ) {
    const page = await db.all<Clear>(
      `SELECT p.id AS id, e.subject_id AS subject, p.body AS text FROM event_private p JOIN event e ON e.id = p.id
       WHERE p.id > ? ORDER BY p.id LIMIT ?`,
      [after, CHUNK],
    );
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
    any = true;
    const keys = await writingKeys(
      db,
      page.map((one) => one.subject),
    );
    const sealed = page.flatMap(({ id, subject, text }) => {
      const key = keys.get(subject);
      const about = sealedFor({ id, subject: { kind: '', id: subject } });
      return key ? [[id, key.id, db.vault.sealUnder(key.key, text, about)]] : [];
    });
    await db.run(
      `UPDATE event SET body = json_set(event.body, '$.sealed', json_object('key', part.value ->> 1, 'box', part.value ->> 2))
       FROM json_each(?) AS part WHERE event.id = part.value ->> 0`,
      [JSON.stringify(sealed)],
    );
  }
  const withdrawn = await db.all<{ act: string; reason: string }>('SELECT act, reason FROM withdrawal');
  for (const { act, reason } of withdrawn) {
    const box: SqlValue = db.vault.seal(reason, act);
    await db.run('UPDATE withdrawal SET reason = ? WHERE act = ?', [box, act]);
  }
  await db.exec(`DROP TABLE event_private; DELETE FROM case_row; DELETE FROM report_row;
    DELETE FROM meta WHERE key = 'foldVersion';`);
  if (any || withdrawn.length > 0) await db.exec("INSERT INTO meta (key, value) VALUES ('sweep', 'true')");
}
