import { pageOf } from '#tests/support/electron-app.ts';
import { faults } from './axe-faults.ts';
import { leaveFields, signIn } from './desk-hands.ts';
import { expect, test } from './desk-test.ts';

const OVERLAYS = [
  ['n', 'New report'],
  ['a', /^Assign/],
  ['?', 'Keys'],
] as const;

test('no screen has a serious fault of accessibility, in any theme', async ({ launch, central }) => {
  test.setTimeout(240_000);
  const { app, desk } = await launch({ flags: ['--central', central.url] });
  await expect(desk.getByRole('dialog')).toBeVisible();
  expect(await faults(desk), 'signing in').toEqual([]);
  await signIn(desk, central.account('coordinator'));

  for (const theme of ['Dark theme', 'Light theme', 'High contrast']) {
    const next = desk.getByRole('button', { name: `Change theme, now: ${theme}` });
    await expect(next).toBeVisible();
    expect(await faults(desk), `desk, ${theme}`).toEqual([]);
    await desk.locator('[data-case]').first().click();
    await expect(desk.getByRole('region', { name: 'Timeline' })).toBeVisible();
    expect(await faults(desk), `case open, ${theme}`).toEqual([]);
    for (const [key, title] of OVERLAYS) {
      await leaveFields(desk);
      await desk.keyboard.press(key);
      await expect(desk.getByRole('dialog').getByRole('heading', { name: title }).first()).toBeVisible();
      expect(await faults(desk), `${title}, ${theme}`).toEqual([]);
      await desk.keyboard.press('Escape');
      await expect(desk.getByRole('dialog')).toHaveCount(0);
    }
    await leaveFields(desk);
    await desk.keyboard.press('r');
    for (const part of ['Promises', 'Calendar', 'Rota', 'Messages']) {
      await desk.getByRole('dialog').getByRole('button', { name: part, exact: true }).click();
      await expect(desk.getByRole('dialog').locator('.promise, .year, .week, .notices').first()).toBeVisible();
      expect(await faults(desk, '[role=dialog]'), `${part}, ${theme}`).toEqual([]);
    }
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toHaveCount(0);
    await desk.keyboard.press('Escape');
    await next.click();
  }

  // The check itself sees what it is there for.
  await desk.evaluate(() => {
    const faint = document.createElement('button');
    faint.id = 'faint';
    document.body.append(faint);
  });
  expect((await faults(desk)).join()).toContain('#faint');
  await desk.evaluate(() => document.querySelector('#faint')?.remove());

  await desk.getByTitle('Open the outbox').click();
  await expect(desk.getByRole('dialog')).toBeVisible();
  expect(await faults(desk), 'outbox').toEqual([]);
  await desk.keyboard.press('Escape');

  await desk.getByRole('button', { name: 'Wall', exact: true }).click();
  const wall = await pageOf(app, 'wall.html');
  await expect(wall.getByRole('list', { name: 'Number of open cases' })).toBeVisible();
  expect(await faults(wall), 'wall').toEqual([]);
});
