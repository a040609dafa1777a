import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from './command-line.ts';
import { openSqlite } from './store/database.ts';

/** What a backup is made of. */
export type BackUpOptions = Pick<CommandLine, 'dataFolder' | 'database' | 'keyFile'>;

/**
 * Copies a central into a folder, whole and as it stood at one moment, while it may go on running: its SQLite database,
 * and the master key without which nothing that is sealed in it can be read. Of a central on PostgreSQL the key alone;
 * its database is for pg_dump.
 * @returns what else is to be done, in words; empty when nothing
 * @throws Error when there is no central in the data folder
 */
export async function backUp({ dataFolder, database, keyFile }: BackUpOptions, to: string): Promise<string> {
  const source = join(dataFolder, 'central.sqlite');
  if (database === undefined && !existsSync(source))
    throw new Error(`there is no central in ${dataFolder}: give its folder with --data`);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  // The sample people's passwords are made anew where their file is missing: it goes along.
  for (const [from, name] of [
    [keyFile ?? join(dataFolder, 'central.key'), 'central.key'],
    [join(dataFolder, 'demo-credentials.json'), 'demo-credentials.json'],
  ] as const) {
    if (existsSync(from)) copyFileSync(from, join(to, name));
  }
  if (database !== undefined)
    return `the key is in ${to}; now run: pg_dump --format=custom --file=${join(to, 'central.dump')} DATABASE`;
  const part = join(to, 'central.sqlite.part');
  rmSync(part, { force: true });
  const opened = openSqlite(source);
  try {
    await opened.writer.raw('VACUUM INTO ?', [part]);
  } finally {
    await opened.close();
  }
  renameSync(part, join(to, 'central.sqlite'));
  return '';
}
