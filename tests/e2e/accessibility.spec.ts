import type { Page } from '@playwright/test';
import { pageOf } from '#tests/support/electron-app.ts';
import { faults, faultsInThemes } from './axe-faults.ts';
import { leaveFields, signIn } from './desk-hands.ts';
import { expect, test } from './desk-test.ts';

const DIALOG = '[role="dialog"]';

/** What a key opens over the desk, by a text that tells it is there. */
const BY_KEY = [
  ['n', 'New report'],
  ['a', /^Assign/],
  ['r', 'Promises'],
] as const;

async function put(desk: Page, key: string): Promise<void> {
  await leaveFields(desk);
  await desk.keyboard.press(key);
}

async function away(desk: Page): Promise<void> {
  await put(desk, 'Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
}

test('no screen has a serious fault of accessibility, in any theme', async ({ launch, central }) => {
  test.setTimeout(420_000);
  const { app, desk } = await launch({ flags: ['--central', central.url] });
  const dialog = desk.getByRole('dialog');
  const seen: string[] = [];
  const look = async (screen: string, within?: string) => {
    expect(await faultsInThemes(desk, within), screen).toEqual([]);
    seen.push(screen);
  };
  await expect(dialog).toBeVisible();
  await look('signing in', DIALOG);
  await signIn(desk, central.account('supervisor'));

  await test.step('the desk, a case and what lies over them', async () => {
    await look('desk');
    const row = desk.locator('[data-case]').first();
    await row.click();
    await expect(desk.getByRole('region', { name: 'Timeline' })).toBeVisible();
    await look('case', '.drawer');
    await row.click({ button: 'right' });
    await expect(desk.getByRole('menuitem').nth(4)).toBeVisible();
    await look('acts on a case', '[role="menu"]');
    await desk.getByRole('menuitem', { name: /^Join/ }).click();
    await expect(dialog.getByRole('option').first()).toBeVisible();
    await look('joining', DIALOG);
    await desk.keyboard.press('Enter');
    await expect(dialog.getByRole('region').first()).toBeVisible();
    await look('two sides', DIALOG);
    await away(desk);
    await desk.keyboard.press('Control+k');
    await expect(desk.getByRole('option').nth(4)).toBeVisible();
    await look('commands', DIALOG);
    await desk.keyboard.press('Escape');
    for (const [key, words] of BY_KEY) {
      await put(desk, key);
      await expect(dialog.getByText(words).first()).toBeVisible();
      await look(String(words), DIALOG);
      if (key !== 'r') await away(desk);
    }
  });

  await test.step('what lies over the desk changes its language where it stands', async () => {
    for (const [lang, title] of [
      ['ms', 'Janji dan tempohnya'],
      ['en', 'Promises and their times'],
    ] as const) {
      await desk.evaluate((next) => window.prihatin.call('session.set', { lang: next }), lang);
      await expect(dialog.getByRole('heading', { name: title })).toBeVisible();
    }
  });

  await test.step('what supervisors own', async () => {
    for (const part of ['Calendar', 'Rota', 'Messages']) {
      await dialog.getByRole('button', { name: part, exact: true }).click();
      await expect(dialog.locator('.year, .week, .notices').first()).toBeVisible();
      await look(part, DIALOG);
    }
    await dialog.getByRole('button', { name: 'Calendar', exact: true }).click();
    await dialog.getByRole('button', { name: 'Import a file' }).click();
    await look('import', DIALOG);
    await away(desk);
    await put(desk, 'b');
    await expect(desk.locator('.load-row').nth(5)).toBeVisible();
    await look('load', '.load');
    await desk.locator('.load-row .load-pick').nth(1).click();
    await expect(desk.locator('.load-right [type="checkbox"]').first()).toBeVisible();
    await look('cases of a branch', '.load-right');
    await desk.getByRole('button', { name: 'Since last shift' }).click();
    await expect(desk.locator('.load-right time').first()).toBeVisible();
    await look('since last shift', '.load-right');
    await put(desk, 'b');
  });

  await test.step('what the head and the foot lead to', async () => {
    await put(desk, '?');
    await expect(dialog.getByRole('heading', { name: 'Keys' })).toBeVisible();
    await look('keys', DIALOG);
    await dialog.getByRole('button', { name: 'About Prihatin Console' }).click();
    await expect(dialog.getByText('Sources and licences')).toBeVisible();
    await look('about', DIALOG);
    await away(desk);
    await desk.locator('.user-mark').click();
    await expect(dialog).toBeVisible();
    await look('who sits here', DIALOG);
    await away(desk);
    for (const [button, words] of [
      [desk.getByTitle('Open the outbox'), 'outbox'],
      [desk.getByRole('button', { name: 'Alarms', exact: true }), 'alarms'],
      [desk.getByRole('button', { name: /^Arrange the queue/ }), 'arranging'],
    ] as const) {
      await button.click();
      await expect(dialog).toBeVisible();
      await look(words, DIALOG);
      await away(desk);
    }
  });

  await test.step('the check sees what it is there for', async () => {
    await desk.evaluate(() => {
      const faint = document.createElement('button');
      faint.id = 'faint';
      document.body.append(faint);
    });
    expect((await faults(desk, 'body > #faint')).join()).toContain('#faint');
    await desk.evaluate(() => document.querySelector('#faint')?.remove());
    await desk.locator('.status').evaluate((foot) => foot.style.setProperty('color', 'var(--line)'));
    expect((await faults(desk, '.status', ['color-contrast'])).join()).toContain('contrast');
    expect(seen).toHaveLength(23);
  });

  await desk.getByRole('button', { name: 'Wall', exact: true }).click();
  const wall = await pageOf(app, 'wall.html');
  await expect(wall.getByRole('list', { name: 'Number of open cases' })).toBeVisible();
  expect(await faults(wall), 'wall').toEqual([]);
});
