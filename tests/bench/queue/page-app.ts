import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const STYLE = `
  html, body { margin: 0; height: 100%; overflow: hidden; }
  #queue { width: 640px; height: 900px; }
  #queue > .queue { height: 100%; }
  #queue.list { overflow-y: auto; font: 13px sans-serif; }
  .tall { position: relative; }
  .row { position: absolute; inset: 0 0 auto; height: 32px; display: grid; align-items: center; column-gap: 8px;
    grid-template-columns: 132px 44px 2fr 1.2fr 64px 60px; border-bottom: 1px solid #ccc; }
  .row > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .head { position: absolute; inset: 0 0 auto; height: 24px; }
`;

/** The pages that are measured against each other. */
export const PAGES = ['ours', 'limit', 'grid'] as const;
export type PageName = (typeof PAGES)[number];
const ENTRY: Readonly<Record<PageName, string>> = {
  ours: 'our-page.mjs',
  limit: 'limit-page.mjs',
  grid: 'grid-page.mjs',
};

/** Bundles a page and writes an Electron app whose only window shows it. @returns the app's folder */
export async function pageApp(folder: string, name: PageName): Promise<string> {
  const root = process.cwd();
  const out = join(folder, name);
  await build({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [react()],
    define: { __APP_VERSION__: '"bench"', 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(root, 'tests', 'bench', 'queue', ENTRY[name]),
        output: { format: 'iife', entryFileNames: 'page.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(
    join(out, 'package.json'),
    JSON.stringify({ name: `queue-${name}`, version: '1.0.0', main: 'main.cjs' }),
  );
  writeFileSync(
    join(out, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 940, webPreferences: { backgroundThrottling: false } })
       .loadFile(require('node:path').join(__dirname, 'page.html')));
     app.on('window-all-closed', () => app.quit());`,
  );
  writeFileSync(
    join(out, 'page.html'),
    `<!doctype html><meta charset="utf-8"><title>queue</title><link rel="stylesheet" href="style.css"><style>${STYLE}</style>
     <body><div id="queue"></div><script src="page.js"></script>`,
  );
  return out;
}
