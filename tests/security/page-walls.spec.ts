import { expect, test } from '#tests/support/electron-app.ts';

test('a page is sandboxed, isolated and without Node', async ({ launch }) => {
  const { app, desk } = await launch();
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
  ]);
  const reachable = await desk.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron', '__dirname'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(reachable).toEqual([]);
});

test('the bridge shows verbs and nothing of the channel beneath', async ({ launch }) => {
  const { desk } = await launch();
  const shape = await desk.evaluate(() =>
    Object.entries(window.prihatin)
      .map(([name, value]) => `${name}: ${typeof value}`)
      .sort(),
  );
  expect(shape).toEqual(['call: function', 'role: string', 'shell: function', 'watch: function']);
  const frozen = await desk.evaluate(() => {
    try {
      (window.prihatin as { role: string }).role = 'admin';
    } catch {
      // A frozen object throws in strict code.
    }
    return window.prihatin.role;
  });
  expect(frozen).toBe('desk');
});

test('every page comes with a policy that lets no foreign or inline script run', async ({ launch }) => {
  const { desk } = await launch();
  const policy = await desk.evaluate(
    async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '',
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).not.toContain('unsafe-eval');
  const outcome = await desk.evaluate(async () => {
    const marks = globalThis as unknown as { inline?: boolean; evaluated?: string };
    const script = document.createElement('script');
    script.textContent = 'globalThis.inline = true';
    document.head.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'globalThis.inline = true');
    document.body.append(button);
    button.click();
    button.remove();
    // From a timer, so that the test driver's own permission to evaluate does not count.
    await new Promise<void>((resolve) =>
      setTimeout(() => {
        try {
          marks.evaluated = String(new Function('return 1')());
        } catch (error) {
          marks.evaluated = (error as Error).name;
        }
        resolve();
      }, 0),
    );
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      () => 'blocked',
    );
    return { inline: marks.inline ?? false, evaluated: marks.evaluated, fetched };
  });
  expect(outcome).toEqual({ inline: false, evaluated: 'EvalError', fetched: 'blocked' });
});

test('pages are served from their own folder alone', async ({ launch }) => {
  const { desk } = await launch();
  const answers = await desk.evaluate(() =>
    Promise.all(
      ['/../main/index.js', '/..%2fmain/index.js', '/%2e%2e/%2e%2e/package.json', '/nothing.html', '/'].map(
        async (path) => {
          const answer = await fetch(`app://console${path}`);
          return answer.status;
        },
      ),
    ),
  );
  expect(answers).toEqual([404, 404, 404, 404, 404]);
});
