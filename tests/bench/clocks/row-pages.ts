import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How a page's rows tell the time: one tick writes all of them each second · one tick writes those whose words changed,
 * to the minute as the desk's · each row has an interval of its own.
 */
export type RowTicking = 'all' | 'changed' | 'interval';

const PAGE = (count: number, ticking: RowTicking) => `<!doctype html><meta charset="utf-8"><title>rows</title>
<style>
  body { margin: 0; font: 14px sans-serif; }
  #rows { height: 100vh; overflow: auto; contain: strict; }
  .row { display: grid; grid-template-columns: 90px 110px 1fr 160px; height: 32px; align-items: center; }
  .time { font-variant-numeric: tabular-nums; }
</style>
<body><div id="rows"></div><script>
  const COUNT = ${count};
  const TICKING = ${JSON.stringify(ticking)};
  const due = Date.now() + 1800000;
  const two = (n) => String(n).padStart(2, '0');
  const words = (index, now) => {
    const seconds = Math.floor((due + index * 1000 - now) / 1000);
    const minutes = Math.floor(seconds / 60);
    const told = Math.floor(minutes / 60) + ':' + two(minutes % 60);
    return TICKING === 'changed' ? told : told + ':' + two(seconds % 60);
  };
  const times = [];
  const rows = document.createDocumentFragment();
  for (let index = 0; index < COUNT; index++) {
    const row = document.createElement('div');
    row.className = 'row';
    for (const [name, text] of [['time', words(index, Date.now())], ['', 'KES-' + index], ['', 'Tapak pembinaan'], ['', 'Kuala Lumpur']]) {
      const cell = document.createElement('span');
      cell.className = name;
      cell.textContent = text;
      row.append(cell);
    }
    times.push(row.firstChild);
    rows.append(row);
  }
  document.getElementById('rows').append(rows);
  const write = (index, now) => {
    const text = words(index, now);
    if (TICKING !== 'changed' || times[index].textContent !== text) times[index].textContent = text;
  };
  if (TICKING === 'interval') {
    // Their ticks fall anywhere in the second, as those of rows that were drawn one after another.
    for (let index = 0; index < COUNT; index++)
      setTimeout(() => setInterval(() => write(index, Date.now()), 1000), (index * 997) % 1000);
  } else {
    const beat = () => {
      const now = Date.now();
      for (let index = 0; index < COUNT; index++) write(index, now);
      setTimeout(beat, 1000 - (Date.now() % 1000));
    };
    beat();
  }
  requestAnimationFrame(() => requestAnimationFrame(() => { document.body.dataset.painted = 'yes'; }));
</script>`;

/** Writes an Electron app whose only window, as large as a desk's, shows so many rows. @returns its folder */
export function rowPage(folder: string, count: number, ticking: RowTicking): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: `rows-${ticking}`, version: '1.0.0', type: 'module', main: 'main.js' }),
  );
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron';
     app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900, webPreferences: { backgroundThrottling: false } })
       .loadFile(new URL('./page.html', import.meta.url).pathname));
     app.on('window-all-closed', () => app.quit());`,
  );
  writeFileSync(join(folder, 'page.html'), PAGE(count, ticking));
  return folder;
}
