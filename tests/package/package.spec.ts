import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { machineSwitches, root } from '#tests/support/electron-app.ts';

const dist = join(root, 'dist');
let unpacked: string;
let deb: string;

/** Starts a packaged console and gives its debugging address: its fuses close every other way in. */
async function startPackaged(binary: string, data: string): Promise<{ child: ChildProcess; address: string }> {
  const words = [...machineSwitches, '--remote-debugging-port=0', '--data', data, '--lang', 'en'];
  const child = spawn(binary, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the packaged console ended with ${code}:\n${output}`)));
  });
  return { child, address };
}

/** Attaches once the desk is open: a driver that attaches while a window opens may wait for it for ever. */
async function attach(address: string): Promise<Browser> {
  const list = `http://${new URL(address).host}/json/list`;
  const settled = async () => {
    const targets = (await (await fetch(list)).json()) as { type: string; url: string; title: string }[];
    return targets.some(
      (target) => target.type === 'page' && target.url === 'app://console/desk.html' && target.title !== '',
    );
  };
  await expect.poll(settled, { timeout: 30_000 }).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return chromium.connectOverCDP(address);
}

test.beforeAll(() => {
  test.setTimeout(600_000);
  rmSync(dist, { recursive: true, force: true });
  execFileSync(process.execPath, [join(root, 'scripts', 'dist.mjs'), 'dir', 'deb'], { cwd: root, stdio: 'inherit' });
  deb = join(dist, readdirSync(dist).find((name) => name.endsWith('.deb')) ?? 'no.deb');
  unpacked = mkdtempSync(join(tmpdir(), 'prihatin-unpacked-'));
  execFileSync('dpkg-deb', ['-x', deb, unpacked]);
});

test.afterAll(() => rmSync(unpacked, { recursive: true, force: true }));

test('the update feed names the package with its size and hash', () => {
  const feed = readFileSync(join(dist, 'latest-linux.yml'), 'utf8');
  const bytes = readFileSync(deb);
  expect(feed).toContain(`sha512: ${createHash('sha512').update(bytes).digest('base64')}`);
  expect(feed).toContain(`size: ${bytes.length}`);
});

test('the packaged binary can be neither a Node nor debugged, and loads nothing but its own archive', async () => {
  const wire = await getCurrentFuseWire(join(unpacked, 'opt', 'Prihatin Console', 'prihatin-console'));
  const state = (option: FuseV1Options) => String.fromCharCode(wire[option] ?? 0);
  expect(state(FuseV1Options.RunAsNode)).toBe('0');
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe('0');
  expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe('0');
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe('1');
});

test('the package, unpacked, starts and shows the map with incidents', async () => {
  const data = mkdtempSync(join(tmpdir(), 'prihatin-packaged-'));
  const { child, address } = await startPackaged(join(unpacked, 'opt', 'Prihatin Console', 'prihatin-console'), data);
  const browser = await attach(address);
  try {
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('no window');
    const desk = context.pages()[0] ?? (await context.waitForEvent('page'));
    await expect(desk).toHaveURL('app://console/desk.html');
    await expect(desk.locator('.leaflet-container').first()).toBeVisible({ timeout: 60_000 });
    await expect(desk.getByRole('option').nth(3)).toBeVisible({ timeout: 60_000 });
    const about = await desk.evaluate(() => window.prihatin.shell('about.get', {}));
    expect(about.version).toBe(
      (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
    );
  } finally {
    await browser.close().catch(() => {});
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
});
