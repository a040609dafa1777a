import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installPackages } from './apt.mjs';
import { needDisk } from './disk.mjs';
import { root } from './places.mjs';
import { lastWords, onPath, run, runNpm } from './run.mjs';
import { SetupError, say, withProgress } from './words.mjs';

const proof = `
const sqlite3 = require('sqlite3');
const db = new sqlite3.Database(':memory:', (error) => {
  if (error) { console.error(error.message); process.exit(1); }
  db.get('SELECT 6 * 7 AS answer', (bad, row) => process.exit(!bad && row.answer === 42 ? 0 : 1));
});`;

/** Opens a database in a fresh Node and asks it something: {works, reason}. */
export async function proveSqlite() {
  const { code, output } = await run(process.execPath, ['-e', proof], { cwd: root, timeoutMs: 20_000 });
  return { works: code === 0, reason: lastWords(output) };
}

/** The folder to build against without a download: the running Node's own, when its headers lie there. */
function ownHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? prefix : undefined;
}

async function needCompiler() {
  const found = onPath('make') && (onPath('g++') || onPath('c++') || onPath('clang++')) && onPath('python3');
  if (found) return;
  if (process.platform === 'darwin') {
    throw new SetupError('no C++ compiler for the sqlite3 module', 'xcode-select --install');
  }
  if (process.platform === 'win32') {
    throw new SetupError(
      'no C++ compiler for the sqlite3 module',
      'install "Desktop development with C++" of the Visual Studio Build Tools, and Python 3',
    );
  }
  await installPackages(['g++', 'make', 'python3'], 'building the sqlite3 module');
}

/** Makes the native sqlite3 module usable: as it is, else the prebuilt binary, else built from source. */
export async function setUpSqlite() {
  if ((await proveSqlite()).works) return;
  needDisk(join(root, 'node_modules'), 300, 'Building the sqlite3 module');
  const module = join(root, 'node_modules', 'sqlite3');
  await withProgress('fetching the prebuilt sqlite3 module', () =>
    run(process.execPath, [join(root, 'node_modules', 'prebuild-install', 'bin.js'), '-r', 'napi'], {
      cwd: module,
      timeoutMs: 60_000,
    }),
  );
  if ((await proveSqlite()).works) {
    say('✓ sqlite3: prebuilt module');
    return;
  }
  await needCompiler();
  const headers = ownHeaders();
  const built = await withProgress('building the sqlite3 module from source, about a minute', () =>
    runNpm(['rebuild', '--ignore-scripts=false', 'sqlite3'], {
      cwd: root,
      env: headers === undefined ? {} : { npm_config_nodedir: headers },
    }),
  );
  const proven = await proveSqlite();
  if (proven.works) {
    say('✓ sqlite3: built from source');
    return;
  }
  throw new SetupError(
    `the sqlite3 module could not be built: ${lastWords(built.code === 0 ? proven.reason : built.output)}`,
    headers === undefined
      ? 'check the network (the headers of Node are downloaded) and the disk, then run the command again'
      : 'check the disk, then run the command again; all details: npm rebuild --ignore-scripts=false --foreground-scripts sqlite3',
  );
}
