import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { type Plugin, runnerImport } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const manifest = JSON.parse(readFileSync(at('./package.json'), 'utf8')) as { version: string };
const define = { __APP_VERSION__: JSON.stringify(manifest.version) };

/**
 * The preload needs the contract's names only. This puts a table of them, read off the contract itself, in place of
 * the schemas, so that no window has to build a hundred validators before its page may start.
 */
function contractNamesOnly(): Plugin {
  const contract = at('./shared/contract/ipc.ts');
  return {
    name: 'contract-names-only',
    enforce: 'pre',
    async load(id) {
      if (id !== contract) return null;
      const { module } = await runnerImport<{ callsFor(role: string): string[] }>(contract, { configFile: false });
      const names = { desk: module.callsFor('desk'), wall: module.callsFor('wall') };
      return `const names = ${JSON.stringify(names)};\nexport const callsFor = (role) => names[role] ?? [];`;
    },
  };
}

/** Committed data as one text to be parsed: as literals the engine's start compiles forty thousand lines of numbers. */
function dataAsText(): Plugin {
  const folder = at('./data/');
  return {
    name: 'data-as-text',
    enforce: 'pre',
    load(id) {
      if (!id.startsWith(folder) || !id.endsWith('.json')) return null;
      const text = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')));
      return { code: `export default JSON.parse(${JSON.stringify(text)});`, moduleType: 'js' };
    },
  };
}

// Built for the oldest runtime it must run in (Electron 33: Node 20.18, Chrome 130), so one output fits all newer ones.
export default defineConfig({
  main: {
    define,
    plugins: [dataAsText()],
    build: {
      target: 'node20.18',
      externalizeDeps: { exclude: ['zod', 'eventsource-parser'] },
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: at('./electron/main/index.ts'),
          engine: at('./electron/main/engine-process.ts'),
          central: at('./central/main.ts'),
          host: at('./electron/host/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    define,
    plugins: [contractNamesOnly()],
    build: {
      target: 'node20.18',
      minify: true,
      // A sandboxed preload can require nothing but electron: everything goes into its one file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { bridge: at('./electron/preload/bridge.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    define,
    root: at('./renderer'),
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      minify: true,
      outDir: at('./out/renderer'),
      emptyOutDir: true,
      // Everything is served from one origin under a strict policy: no inlined data: scripts or workers.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { desk: at('./renderer/desk.html'), wall: at('./renderer/wall.html') } },
    },
  },
});
