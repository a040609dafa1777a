import { SILENT_LOG } from '#engine/log.ts';
import { type Connection, openDatabase } from '#engine/store/database.ts';
import { openStore } from '#engine/store/open-store.ts';

/** Runs in a process of its own: opens a console's store, or ends as by a power cut before its statement `at`. */
const [folder = '', at = '-1'] = process.argv.slice(2);
let statement = 0;
const cut = () => {
  if (statement++ === Number(at)) process.kill(process.pid, 'SIGKILL');
};
const open = async (file: string): Promise<Connection> => {
  const real = await openDatabase(file);
  if (!file.endsWith('console.sqlite')) return real;
  return {
    ...real,
    run: (sql, params) => {
      cut();
      return real.run(sql, params);
    },
    exec: (sql) => {
      cut();
      return real.exec(sql);
    },
  };
};
const store = await openStore(folder, () => new Date().toISOString(), SILENT_LOG, open);
await store.close();
process.stdout.write(`${statement}\n`);
