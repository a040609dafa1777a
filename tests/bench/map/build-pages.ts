import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the pages that show maps, as the console's own windows are built. @returns their folder */
export async function buildPages(): Promise<string> {
  const outDir = join(process.cwd(), 'out', 'bench-pages');
  const root = join(process.cwd(), 'tests', 'bench', 'map', 'pages');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      minify: true,
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, 'page.html') },
    },
  });
  return outDir;
}
