import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes an Electron app with one page and nothing on it, marked (`data-painted`) once it was painted. @returns its folder */
export function emptyApp(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', type: 'module', main: 'main.js' }),
  );
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron';
     app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile(new URL('./page.html', import.meta.url).pathname));
     app.on('window-all-closed', () => app.quit());`,
  );
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><title>empty</title><body><script>
       requestAnimationFrame(() => requestAnimationFrame(() => { document.body.dataset.painted = 'yes'; }));
     </script>`,
  );
  return folder;
}
