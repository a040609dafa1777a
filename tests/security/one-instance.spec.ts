import { spawn } from 'node:child_process';
import { electronBinary, expect, machineSwitches, pageOf, root, test } from '#tests/support/electron-app.ts';

test('a data folder is worked by one console; a second start brings the first to the front, or opens a wall there', async ({
  launch,
}) => {
  const { app, data } = await launch();
  const second = spawn(electronBinary(), [...machineSwitches, root, '--data', data, '--wall'], { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  const wall = await pageOf(app, 'wall.html');
  expect(await wall.evaluate(() => window.prihatin.role)).toBe('wall');
});

test('a live console without a central said aloud does not start', async () => {
  const child = spawn(electronBinary(), [...machineSwitches, root, '--profile', 'live'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    words += chunk.toString('utf8');
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(code).toBe(2);
  expect(words).toContain('a live console needs --central URL, or --embedded said aloud');
});
