import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type HostUnderTest, startBrowser, startHost } from '#tests/support/host-process.ts';
import { rowOf, signIn } from './desk-hands.ts';
import { caseOf, expect, test } from './desk-test.ts';

/** How the host answers a knock at the engine's door: `open`, or the status of its refusal. */
async function knock(url: URL, origin: string | undefined, token: string | null): Promise<string> {
  const door = new URL('/engine?role=desk', url);
  door.protocol = 'ws:';
  if (token !== null) door.searchParams.set('token', token);
  const socket = new WebSocket(door, origin === undefined ? {} : { origin });
  try {
    return await new Promise<string>((resolve) => {
      socket.on('open', () => resolve('open'));
      socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)));
      socket.on('error', (error) => resolve(error.message));
    });
  } finally {
    socket.terminate();
  }
}

async function shell(url: URL, origin: string, token: string): Promise<number> {
  const headers = { origin, 'content-type': 'application/json' };
  const reply = await fetch(new URL(`/shell/about.get?token=${token}`, url), { method: 'POST', headers, body: '{}' });
  return reply.status;
}

test('the host serves the same desk to a browser, takes its acts, and lets nobody else in', async ({ central }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-host-'));
  let host: HostUnderTest | null = null;
  let browser: Awaited<ReturnType<typeof startBrowser>> | null = null;
  try {
    const { incidentId } = await central.report('Seorang nelayan lemas selepas bot karam di Mersing pagi tadi');
    host = await startHost(folder, ['--central', central.url]);
    browser = await startBrowser();
    const { page } = browser;

    await page.goto(host.url.href);
    await signIn(page, central.account('coordinator'));
    expect(await page.evaluate(() => 'prihatin' in window), 'no bridge of Electron is in play').toBe(false);
    const target = await caseOf(central, incidentId);
    const row = await rowOf(page, target);
    await row.click();
    await page.keyboard.press('a');
    await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('suggested');
    const code = await page.getByRole('dialog').getByRole('option', { selected: true }).locator('.code').innerText();
    await page.keyboard.press('Enter');
    await expect(row).toContainText(code);
    await expect.poll(async () => (await caseOf(central, incidentId)).lead).toBe(code);

    const wall = new URL('/wall.html', host.url);
    wall.search = host.url.search;
    await page.goto(wall.href);
    await expect(page.getByRole('list', { name: 'Number of open cases' })).toBeVisible();

    const { origin } = host.url;
    const token = host.url.searchParams.get('token') ?? '';
    expect(await knock(host.url, origin, token)).toBe('open');
    expect(await knock(host.url, origin, null)).toBe('403');
    expect(await knock(host.url, origin, 'x'.repeat(token.length))).toBe('403');
    expect(await knock(host.url, 'https://elsewhere.example', token)).toBe('403');
    expect(await knock(host.url, undefined, token)).toBe('403');
    expect(await shell(host.url, origin, token)).toBe(200);
    expect(await shell(host.url, origin, '')).toBe(403);
    expect(await shell(host.url, 'https://elsewhere.example', token)).toBe(403);

    // The address without the token shows no case.
    await page.goto(new URL('/desk.html', host.url).href);
    await expect(
      page.getByRole('button', { name: 'Muat semula' }).or(page.getByRole('button', { name: 'Reload' })),
    ).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('[data-case]')).toHaveCount(0);
  } finally {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
