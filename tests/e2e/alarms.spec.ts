import type { Page } from '@playwright/test';
import { signIn } from './desk-hands.ts';
import { expect, test } from './desk-test.ts';

const strip = (desk: Page) => desk.getByRole('region', { name: 'Alarms' });
const panel = (desk: Page) => desk.getByRole('dialog', { name: 'Alarms' });

test('an alarm acknowledged on one console is silent on the other and stays so through a restart; a mute is shown', async ({
  launch,
  central,
}) => {
  test.setTimeout(180_000);
  const flags = ['--central', central.url];
  const a = await launch({ flags });
  await signIn(a.desk, central.account('coordinator'));
  const b = await launch({ flags });
  await signIn(b.desk, central.account('supervisor'));

  const worst = strip(a.desk).locator('.alarm-first');
  await expect(worst).toContainText(/late/i, { timeout: 30_000 });
  const words = await worst.innerText();
  await expect(strip(b.desk).locator('.alarm-first')).toHaveText(words.replaceAll('\n', ''), { timeout: 30_000 });

  await a.desk.keyboard.press('h');
  for (const { desk } of [a, b]) await expect(strip(desk).locator('.alarm-first')).not.toHaveText(words);
  await strip(b.desk).getByRole('button', { name: 'See all' }).click();
  await expect(panel(b.desk)).toContainText(/by .+, \S*\d\d:\d\d/);
  // A supervisor's panel has the week of alarms; whom to phone is answered by this console's own rota.
  await expect(panel(b.desk)).toContainText('Alarm rate report (EEMUA 191)');
  await panel(b.desk).getByRole('button', { name: 'Whom to phone' }).first().click();
  await expect(panel(b.desk)).toContainText(/Phone the .+: |Nobody is on duty/);
  await b.desk.keyboard.press('Escape');

  await strip(a.desk).getByRole('button', { name: 'Mute for 10 minutes' }).click();
  await expect(strip(a.desk)).toContainText('Sound is muted until');
  await a.close();
  const again = await launch({ flags, data: a.data });
  await expect(strip(again.desk)).toContainText(/not acknowledged/, { timeout: 30_000 });
  await expect(strip(again.desk).locator('.alarm-first')).not.toHaveText(words);
  await strip(again.desk).getByRole('button', { name: 'See all' }).click();
  await expect(panel(again.desk)).toContainText('Alarm rate of this console');
});
