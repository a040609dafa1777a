import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import type { OpenDatabase } from '#engine/store/database.ts';
import { migrate } from '#engine/store/migrate.ts';

/** Last steps of the stores that earlier versions left: those that can hold all that a world needs. */
export const EARLIER = [6, 10] as const;

/**
 * Makes a console's store the one an earlier version would have: its tables as they were then, with what they could hold,
 * folded by other folds. The console must not run. @param upTo the last step that version had taken
 * @returns false, with nothing done, where part of the log still lies packed, as it never does for those versions
 */
export async function makeOlder(
  open: OpenDatabase,
  folder: string,
  upTo: number,
  nowIso: () => string,
): Promise<boolean> {
  const [file, part] = [join(folder, 'console.sqlite'), join(folder, 'console.older.sqlite')];
  const old = await open(part);
  let packed = false;
  try {
    await migrate(old, nowIso, { box: PLAIN_BOX, random: (bytes) => new Uint8Array(bytes) }, upTo);
    await old.run('ATTACH DATABASE ? AS newer', [file]);
    packed = (await old.get('SELECT 1 FROM newer.packed_part LIMIT 1')) !== undefined;
    const tables = await old.all<{ name: string }>(
      "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'migration' AND name NOT LIKE 'sqlite_%'",
    );
    for (const { name } of tables) {
      const before = await columnsOf(old.all, 'main', name);
      const now = new Set(await columnsOf(old.all, 'newer', name));
      const both = before.filter((column) => now.has(column)).map((column) => `"${column}"`);
      if (both.length === 0) continue;
      await old.run(`INSERT OR REPLACE INTO main."${name}" (${both}) SELECT ${both} FROM newer."${name}"`);
    }
    await old.run("UPDATE main.meta SET value = '1' WHERE key = 'foldVersion'");
    await old.run("DELETE FROM main.meta WHERE key = 'redrawAfter'");
    await old.exec('DETACH DATABASE newer');
  } finally {
    await old.close();
  }
  if (packed) {
    rmSync(part);
    return false;
  }
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  renameSync(part, file);
  return true;
}

type All = <T>(sql: string, params?: readonly string[]) => Promise<T[]>;

async function columnsOf(all: All, schema: 'main' | 'newer', table: string): Promise<string[]> {
  const rows = await all<{ name: string }>('SELECT name FROM pragma_table_info(?, ?)', [table, schema]);
  return rows.map((row) => row.name);
}
