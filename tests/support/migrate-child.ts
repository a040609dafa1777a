import { randomBytes, randomUUID } from 'node:crypto';
import { openPostgres, openSqlite } from '#central/store/database.ts';
import { migrate } from '#central/store/migrate.ts';
import { createVault } from '#central/store/vault.ts';

/** Runs in a process of its own: brings central's database forward, or ends as by a power cut before statement `at`. */
const [where = '', at = '-1'] = process.argv.slice(2);
const database = where.startsWith('postgres:') ? openPostgres(where) : openSqlite(where);
let statement = 0;
const vault = createVault(Buffer.alloc(32, 7), randomUUID, randomBytes);
await migrate(database, vault, {
  before: () => {
    if (statement++ === Number(at)) process.kill(process.pid, 'SIGKILL');
  },
});
await database.close();
