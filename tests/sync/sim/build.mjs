// Bundles the simulation (it uses the product's own parts, written in TypeScript) and runs it; --build-only leaves it at that.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const out = join(root, 'out', 'sim');

await build({
  root,
  configFile: false,
  logLevel: 'error',
  define: { __APP_VERSION__: '"sim"' },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: out,
    emptyOutDir: false,
    rolldownOptions: {
      input: { run: join(here, 'run.ts'), player: join(here, 'player.ts') },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
});

if (!process.argv.includes('--build-only')) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(out, 'run.js'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
