// Bundles the rows and runs them.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, root } from '#tests/support/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));

const out = await bundle('bench', 'bench', {
  bench: join(here, 'bench.ts'),
  'central-source': join(here, 'sync-pull', 'central-source.ts'),
  'plain-source': join(here, 'sync-pull', 'plain-source.ts'),
  'our-fill': join(here, 'sync-pull', 'our-fill.ts'),
  'limit-fill': join(here, 'sync-pull', 'limit-fill.ts'),
  'bare-central': join(here, 'central-load', 'bare-central.ts'),
  'fanout-load': join(here, 'fanout', 'fanout-load.ts'),
  'our-sync': join(here, 'console', 'our-sync.ts'),
  'limit-source': join(here, 'plain', 'limit-source.ts'),
  'limit-sync': join(here, 'plain', 'limit-sync.ts'),
  'stores-load': join(here, 'fanout', 'stores-load.ts'),
  'fill-clocks': join(here, 'clocks', 'fill-clocks.ts'),
  'our-clocks': join(here, 'clocks', 'our-clocks.ts'),
  'plain-clocks': join(here, 'clocks', 'plain-clocks.ts'),
  'push-load': join(here, 'central-load', 'push-load.ts'),
});

const child = spawn(process.execPath, [join(out, 'bench.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
