import { expect, test } from '#tests/support/electron-app.ts';

test('an engine that is killed comes back, and its window goes on without a reload', async ({ launch }) => {
  const { app, desk, output } = await launch();
  const device = async () => {
    const reply = await desk.evaluate(() => window.prihatin.call('session.get', {}));
    return reply.ok ? reply.value.device : reply.failure.code;
  };
  const before = await device();
  const pid = await app.evaluate(
    ({ app: shell }) =>
      shell.getAppMetrics().find((one) => one.serviceName === 'Prihatin engine' || one.name === 'Prihatin engine')?.pid,
  );
  if (pid === undefined) throw new Error('no engine process');
  process.kill(pid, 'SIGKILL');
  await expect.poll(output).toContain('engine process ended, starting it again');
  expect(await device()).toBe(before);
});

test('a page that is loaded anew gets a new port', async ({ launch }) => {
  const { desk } = await launch();
  await desk.reload();
  expect(await desk.evaluate(async () => (await window.prihatin.call('session.get', {})).ok)).toBe(true);
});
