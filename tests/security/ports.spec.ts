import { join } from 'node:path';
import { expect, pageOf, root, test } from '#tests/support/electron-app.ts';

test('a window of a foreign origin gets no port and no answer, even with our own preload', async ({ launch }) => {
  const { app, output } = await launch();
  const preload = join(root, 'out', 'preload', 'bridge.cjs');
  const answers = await app.evaluate(async ({ BrowserWindow }, preloadFile) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: preloadFile,
        sandbox: true,
        contextIsolation: true,
        additionalArguments: ['--prihatin-role=desk'],
      },
    });
    await stranger.loadURL('data:text/html,<title>stranger</title>');
    const ask = `Promise.race([
      prihatin.call('session.get', {}).then(() => 'answered'),
      new Promise((resolve) => setTimeout(() => resolve('silence'), 1500)),
    ])`;
    const engine = (await stranger.webContents.executeJavaScript(ask)) as string;
    const shell = (await stranger.webContents.executeJavaScript(
      "prihatin.shell('about.get', {}).then(() => 'answered', () => 'refused')",
    )) as string;
    stranger.destroy();
    return { engine, shell };
  }, preload);
  expect(answers).toEqual({ engine: 'silence', shell: 'refused' });
  expect(output()).toContain('refused a port to an unknown sender');
});

test('a wall has no desk calls, by its own bridge and by the shell', async ({ launch }) => {
  const { app, desk } = await launch();
  expect(await desk.evaluate(() => window.prihatin.shell('wall.open', {}))).toEqual({ opened: true });
  const wall = await pageOf(app, 'wall.html');
  expect(await wall.evaluate(() => window.prihatin.role)).toBe('wall');
  const engine = await wall.evaluate(() => window.prihatin.call('outbox.list', {}));
  expect(engine).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  const stream = await wall.evaluate(
    () =>
      new Promise((resolve) =>
        window.prihatin.watch(
          'rows.watch',
          {},
          () => resolve('rows'),
          (failure) => resolve(failure.code),
        ),
      ),
  );
  expect(stream).toBe('not-allowed');
  const shell = await wall.evaluate(() =>
    window.prihatin.shell('update.check', {}).then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  );
  expect(shell).toContain('failure.not-allowed');
});

test('the shell checks names and input', async ({ launch }) => {
  const { desk } = await launch();
  const ask = (name: string, input: unknown) =>
    desk.evaluate(
      ([call, value]) =>
        window.prihatin.shell(call as 'about.get', value as Record<string, never>).then(
          () => 'answered',
          (error: Error) => error.message,
        ),
      [name, input] as const,
    );
  expect(await ask('about.get', {})).toBe('answered');
  expect(await ask('about.get', { extra: 1 })).toContain('failure.bad-input');
  expect(await ask('window.full-screen', { on: 'yes' })).toContain('failure.bad-input');
  expect(await ask('toString', {})).toContain('failure.not-allowed');
});
