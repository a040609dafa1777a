// npm run screenshots [-- FOLDER]: docs/desk.png from the real console; with a FOLDER every pose, theme, language and size.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './launch/ensure-built.mjs';
import { settled, startDemo } from './pictures/drive.mjs';
import { poses, take } from './pictures/poses.mjs';
import { openDisplay } from './setup/display.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith, SetupError, say } from './setup/words.mjs';

const SIZES = [
  [1440, 900],
  [1920, 1080],
];
/** In every theme; the others show nothing new in light and high contrast. */
const THEMED = ['late', 'drag', 'palette', 'alarms', 'version', 'calendar', 'import', 'rota', 'notices'];

try {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string', default: '' } },
    allowPositionals: true,
  });
  const { electron, reason } = await setUp(['sqlite', 'electron', 'display']);
  if (electron === undefined)
    throw new SetupError(`pictures need Electron: ${reason}`, 'npm start shows it in a browser');
  await ensureBuilt();
  const display = await openDisplay('2000x1200');
  const demo = await startDemo(electron.binary, display.env);
  const wear = async (lang, theme) => {
    await demo.desk.evaluate((look) => window.prihatin.call('session.set', look), { lang, theme });
    await demo.desk.waitForFunction((word) => document.documentElement.lang === word, lang);
    await settled(demo.desk);
  };
  const putTourAway = () => demo.desk.evaluate(() => window.prihatin.call('session.set', { toured: true }));
  if (positionals[0] === undefined) {
    await putTourAway();
    await demo.size(1440, 900);
    await wear('ms', 'dark');
    await take(demo.desk, 'late', join(root, 'docs', 'desk.png'));
    say('✓ docs/desk.png');
  } else {
    const folder = resolve(positionals[0]);
    mkdirSync(folder, { recursive: true });
    await demo.size(1440, 900);
    for (const lang of ['ms', 'en']) {
      const name = `tour-dark-${lang}-1440.png`;
      if (!name.includes(values.only)) continue;
      await wear(lang, 'dark');
      await demo.desk.screenshot({ path: join(folder, name) });
      say(`✓ ${name}`);
    }
    await putTourAway();
    for (const [width, height] of SIZES) {
      await demo.size(width, height);
      for (const theme of ['dark', 'light', 'hc']) {
        for (const lang of ['ms', 'en']) {
          for (const pose of Object.keys(poses)) {
            const name = `${pose}-${theme}-${lang}-${width}.png`;
            if ((theme !== 'dark' && !THEMED.includes(pose)) || !name.includes(values.only)) continue;
            await wear(lang, theme);
            await take(demo.desk, pose, join(folder, name));
            say(`✓ ${name}`);
          }
        }
      }
    }
    if ('wall-1920.png'.includes(values.only)) {
      await wear('ms', 'dark');
      await (await demo.wall()).screenshot({ path: join(folder, 'wall-1920.png') });
      say('✓ wall-1920.png');
    }
  }
  await demo.close();
  display.stop();
} catch (error) {
  leaveWith(error);
}
