import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const manifest = JSON.parse(readFileSync(at('./package.json'), 'utf8')) as { version: string };
const define = { __APP_VERSION__: JSON.stringify(manifest.version) };

// Built for the oldest runtime it must run in (Electron 33: Node 20.18, Chrome 130), so one output fits all newer ones.
export default defineConfig({
  main: {
    define,
    build: {
      target: 'node20.18',
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
