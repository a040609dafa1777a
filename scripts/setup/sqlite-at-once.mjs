import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './places.mjs';
import { run, runNpm } from './run.mjs';
import { say, withProgress } from './words.mjs';

const proof = "new (require('better-sqlite3'))(':memory:').close()";
const works = async () => (await run(process.execPath, ['-e', proof], { cwd: root, timeoutMs: 20_000 })).code === 0;

/**
 * Makes the SQLite that answers at once usable, with which the simulation keeps its worlds in memory. Not being able to
 * is no failure: the simulation then goes by the product's own driver, and more slowly.
 */
export async function setUpSqliteAtOnce() {
  if (await works()) return;
  const prefix = dirname(dirname(process.execPath));
  const own = existsSync(join(prefix, 'include', 'node', 'v8.h'));
  await withProgress('building a faster SQLite for the simulation, one to two minutes', () =>
    runNpm(['rebuild', '--ignore-scripts=false', 'better-sqlite3'], {
      cwd: root,
      env: own ? { npm_config_nodedir: prefix } : {},
    }),
  );
  say(
    (await works())
      ? '✓ better-sqlite3: for the simulation'
      : '· better-sqlite3 could not be built: the simulation goes by the product’s own driver, and more slowly',
  );
}
