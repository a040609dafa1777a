import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needDisk } from '../setup/disk.mjs';
import { withLock } from '../setup/lock.mjs';
import { root } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';
import { SetupError, say, withProgress } from '../setup/words.mjs';
import { sourceHash } from './source-hash.mjs';

const stamp = join(root, 'out', 'built-from');

function builtFrom() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return '';
  }
}

/** Builds `out/` when the sources are others than it was built from; an interrupted build never has the stamp. */
export async function ensureBuilt({ always = false } = {}) {
  await withLock(join(root, '.cache', 'build.lock'), async () => {
    const hash = sourceHash(root);
    if (!always && builtFrom() === hash) return;
    needDisk(join(root, 'out'), 100, 'The build');
    rmSync(stamp, { force: true });
    const { code, output } = await withProgress('building the console', () =>
      run(
        process.execPath,
        [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
        { cwd: root },
      ),
    );
    if (code !== 0)
      throw new SetupError(`the build failed:\n${output}`, 'mend what it names; npm run check tells more');
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(stamp, hash);
    say('✓ built');
  });
}
