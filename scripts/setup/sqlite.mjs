import { join } from 'node:path';
import { installPackages } from './apt.mjs';
import { needDisk } from './disk.mjs';
import { nodeHeaders } from './node-headers.mjs';
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

/** The line of a failed build that says why: node-gyp and npm close with many that do not. */
export function buildTrouble(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm error\s+/, '').trim());
  const telling = [/No space left on device|ENOSPC/, /fatal error:|\berror: /, /gyp ERR! stack \S*Error:/];
  for (const pattern of telling) {
    const found = lines.find((line) => pattern.test(line));
    if (found !== undefined) return found.replace(/^gyp ERR! stack /, '').slice(0, 300);
  }
  return lastWords(output);
}

/** Has compiler, make and Python there, and the further system packages named. */
async function needCompiler(furtherPackages) {
  if (process.platform === 'win32') return; // node-gyp looks for Visual Studio by itself, off PATH
  const compiler = onPath('g++') || onPath('c++') || onPath('clang++');
  if (process.platform === 'darwin') {
    if (compiler && onPath('make') && onPath('python3')) return;
    throw new SetupError('no C++ compiler for the sqlite3 module', 'xcode-select --install');
  }
  const packages = [
    ...(compiler ? [] : ['g++']),
    ...(onPath('make') ? [] : ['make']),
    ...(onPath('python3') ? [] : ['python3']),
    ...furtherPackages,
  ];
  if (packages.length > 0) await installPackages(packages, 'building the sqlite3 module');
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
  const headers = nodeHeaders();
  await needCompiler(headers.packages);
  const built = await withProgress('building the sqlite3 module from source, one to three minutes', () =>
    runNpm(['rebuild', '--ignore-scripts=false', 'sqlite3'], {
      cwd: root,
      env: headers.folder === undefined ? {} : { npm_config_nodedir: headers.folder },
    }),
  );
  const proven = await proveSqlite();
  if (proven.works) {
    say('✓ sqlite3: built from source');
    return;
  }
  throw new SetupError(
    `the sqlite3 module could not be built: ${built.code === 0 ? proven.reason : buildTrouble(built.output)}`,
    process.platform === 'win32'
      ? 'install "Desktop development with C++" of the Visual Studio Build Tools, and Python 3, then run the command again'
      : headers.folder === undefined
        ? 'check the network (the headers of Node are downloaded) and the disk, then run the command again'
        : 'check the disk, then run the command again; all details: npm rebuild --ignore-scripts=false --foreground-scripts sqlite3',
  );
}
