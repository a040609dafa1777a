// Bundles the nights (they use the product's own parts, written in TypeScript) to out/escalation/player.js.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

await build({
  root,
  configFile: false,
  logLevel: 'error',
  define: { __APP_VERSION__: '"sim"' },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: join(root, 'out', 'escalation'),
    emptyOutDir: true,
    rolldownOptions: {
      input: { player: join(here, 'player.ts') },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
});
