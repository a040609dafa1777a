// npm run screenshots [-- FOLDER]: docs/desk.png from the real console; with a FOLDER every pose in every look.
// --pose=late,drag  --theme=dark,light,hc  --lang=ms,en  --size=1440x900,…  --zoom=100,150  --only=TEXT of the name
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './launch/ensure-built.mjs';
import { startDemo } from './pictures/drive.mjs';
import { LOOK_OPTIONS, looksOf } from './pictures/looks.mjs';
import { poses, take } from './pictures/poses.mjs';
import { takeTroubles, troubles } from './pictures/trouble.mjs';
import { openDisplay } from './setup/display.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith, SetupError, say } from './setup/words.mjs';

/** Windows of their own beside the poses of the desk. */
const APART = ['tour', 'second', 'wall'];

try {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string', default: '' }, pose: { type: 'string', default: '' }, ...LOOK_OPTIONS },
    allowPositionals: true,
  });
  const { electron, reason } = await setUp(['sqlite', 'electron', 'display']);
  if (electron === undefined)
    throw new SetupError(`pictures need Electron: ${reason}`, 'npm start shows it in a browser');
  await ensureBuilt();
  const display = await openDisplay('3900x2260');
  if (positionals[0] === undefined) {
    const demo = await startDemo(electron.binary, display.env);
    await demo.putTourAway();
    await demo.wear({ theme: 'dark', lang: 'ms', width: 1440, height: 900, zoom: 100 });
    await take(demo, 'late', join(root, 'docs', 'desk.png'));
    say('✓ docs/desk.png');
    await demo.close();
  } else {
    const folder = resolve(positionals[0]);
    mkdirSync(folder, { recursive: true });
    const wanted = (values.pose || [...APART, ...Object.keys(poses), ...troubles].join()).split(',');
    const looks = looksOf(values);
    const shot = async (name, look, to) => {
      const file = `${name}-${look.name}.png`;
      if (!wanted.includes(name) || !file.includes(values.only)) return;
      try {
        await to(join(folder, file));
        say(`✓ ${file}`);
      } catch (error) {
        say(`✗ ${file}: ${String(error).split('\n')[0]}`);
        process.exitCode = 1;
      }
    };
    if (wanted.some((name) => !troubles.includes(name))) await takeAll(electron.binary, display.env, looks, shot);
    if (wanted.some((name) => troubles.includes(name)))
      await takeTroubles(electron.binary, display.env, looks, shot, wanted);
  }
  display.stop();
} catch (error) {
  leaveWith(error);
}

/** The demo in every look: the first steps, every pose, a second desk, a wall. */
async function takeAll(binary, env, looks, shot) {
  const demo = await startDemo(binary, env);
  try {
    for (const look of looks)
      await shot('tour', look, async (path) => {
        await demo.wear(look);
        await demo.shoot(path);
      });
    await demo.putTourAway();
    for (const look of looks)
      for (const pose of Object.keys(poses))
        await shot(pose, look, async (path) => {
          await demo.wear(look);
          await take(demo, pose, path);
        });
    for (const look of looks)
      await shot('second', look, async (path) => {
        await demo.wear(look);
        await demo.shoot(path, await demo.secondDesk(look));
      });
    for (const look of looks)
      await shot('wall', look, async (path) => {
        await demo.wear({ ...look, zoom: 100 });
        await demo.shoot(path, await demo.wall(look));
      });
  } finally {
    await demo.close();
  }
}
