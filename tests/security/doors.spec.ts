import { expect, test } from '#tests/support/electron-app.ts';

test('a page cannot be led away', async ({ launch }) => {
  const { desk, output } = await launch();
  const before = desk.url();
  await desk.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await expect.poll(output).toContain('"what":"navigation"');
  await desk.evaluate(() => {
    location.href = 'app://console/wall.html';
  });
  await desk.waitForTimeout(300);
  expect(desk.url()).toBe(before);
});

test('no window, webview or frame opens from a page', async ({ launch }) => {
  const { app, desk, output } = await launch();
  const opened = await desk.evaluate(
    () => window.open('app://console/desk.html') === null && window.open('file:///etc/passwd') === null,
  );
  expect(opened).toBe(true);
  await expect.poll(output).toContain('"what":"window"');
  await desk.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    const webview = document.createElement('webview');
    webview.setAttribute('src', 'https://example.com/');
    document.body.append(frame, webview);
  });
  await desk.waitForTimeout(300);
  const contents = await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getType()));
  expect(contents).toEqual(['window']);
  expect(desk.frames().filter((frame) => frame.url().startsWith('https:'))).toEqual([]);
});

test('every permission is denied', async ({ launch }) => {
  const { desk } = await launch();
  const answers = await desk.evaluate(async () => {
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      geolocation: await state('geolocation'),
      notifications: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        (error: Error) => error.name,
      ),
      clipboard: await navigator.clipboard.readText().then(
        () => 'given',
        (error: Error) => error.name,
      ),
    };
  });
  expect(answers).toMatchObject({ geolocation: 'denied', notifications: 'denied', clipboard: 'NotAllowedError' });
  expect(['NotAllowedError', 'NotFoundError']).toContain(answers.camera);
});

test('a page cannot make the app save a file', async ({ launch }) => {
  const { desk, output } = await launch();
  await desk.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['text']));
    link.download = 'x.txt';
    link.click();
  });
  await expect.poll(output).toContain('"what":"download"');
});
