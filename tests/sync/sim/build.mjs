// Bundles the simulation and runs it; --build-only leaves it at that.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, root } from '#tests/support/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = await bundle('sim', 'sim', { run: join(here, 'run.ts'), player: join(here, 'player.ts') }, false);

if (!process.argv.includes('--build-only')) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(out, 'run.js'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
