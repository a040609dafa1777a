import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/electron-app.ts';
import { caseOf } from './desk-test.ts';
import { houseTest, liveIn, takeSeat } from './house-test.ts';

const MINUTE = 60_000;
const strip = (desk: Page) => desk.getByRole('region', { name: 'Alarms' });
const panel = (desk: Page) => desk.getByRole('dialog', { name: 'Alarms' });
const openPanel = (desk: Page) => strip(desk).getByRole('button', { name: 'See all' }).click();

houseTest(
  'an alarm goes from amber to red; acknowledged on one console it is silent on the other, rings again as red, and stays as it is through a restart; a mute is shown',
  async ({ launch, house }, testInfo) => {
    test.setTimeout(180_000);
    const { central, wish, pass } = house;
    const flags = ['--central', central.url];
    const { incidentId } = await central.report('Penunggang motosikal maut di Seremban');
    const { number } = await caseOf(central, incidentId);
    const a = await launch({ flags, ...wish });
    await takeSeat(house, a.desk, central.account('coordinator'));
    const b = await launch({ flags, ...wish });
    await takeSeat(house, b.desk, central.account('supervisor'));
    const desks = [a.desk, b.desk];
    const triage = (desk: Page) =>
      panel(desk)
        .getByRole('listitem')
        .filter({ hasText: number ?? '' })
        .filter({ hasText: 'Triage' });

    await test.step('the worst of the sample is acknowledged by a key', async () => {
      const worst = strip(a.desk).locator('.alarm-first');
      await expect(worst).toContainText(/late/i, { timeout: 30_000 });
      const words = await worst.innerText();
      await expect(strip(b.desk).locator('.alarm-first')).toHaveText(words.replaceAll('\n', ''), { timeout: 30_000 });
      await a.desk.keyboard.press('h');
      for (const desk of desks) await expect(strip(desk).locator('.alarm-first')).not.toHaveText(words);
      await openPanel(b.desk);
      await expect(panel(b.desk)).toContainText(/by .+, \S*\d\d:\d\d/);
      // A supervisor's panel has the week of alarms; whom to phone is answered by this console's own rota.
      await expect(panel(b.desk)).toContainText('Alarm rate report (EEMUA 191)');
      await panel(b.desk).getByRole('button', { name: 'Whom to phone' }).first().click();
      await expect(panel(b.desk)).toContainText(/Phone the .+: |Nobody is on duty/);
    });

    await test.step('amber on both, acknowledged on one', async () => {
      await openPanel(a.desk);
      for (const desk of desks) await expect(triage(desk)).toHaveCount(0);
      await pass(12 * MINUTE, desks);
      for (const desk of desks) await expect(triage(desk)).toContainText('Warning', { timeout: 20_000 });
      await triage(a.desk).getByRole('button', { name: 'Acknowledge' }).click();
      for (const desk of desks) await expect(triage(desk)).toContainText(/by .+, \S*\d\d:\d\d/);
      await triage(b.desk).scrollIntoViewIfNeeded();
      await b.desk.screenshot({ path: testInfo.outputPath('1-amber-heard-elsewhere.png') });
    });

    await test.step('red rings on both again', async () => {
      await pass(4 * MINUTE, desks);
      for (const desk of desks) {
        await expect(triage(desk)).toContainText('Late', { timeout: 20_000 });
        await expect(triage(desk).getByRole('button', { name: 'Acknowledge' })).toBeVisible();
      }
      await b.desk.screenshot({ path: testInfo.outputPath('2-red-again.png') });
      await triage(a.desk).getByRole('button', { name: 'Acknowledge' }).click();
      await expect(triage(b.desk)).toContainText(/by .+, \S*\d\d:\d\d/);
      await a.desk.keyboard.press('Escape');
    });

    await test.step('a restart keeps it', async () => {
      await strip(a.desk).getByRole('button', { name: 'Mute for 10 minutes' }).click();
      await expect(strip(a.desk)).toContainText('Sound is muted until');
      await a.close();
      const again = await launch({ flags, data: a.data, ...wish });
      await liveIn(house, again.desk);
      await expect(strip(again.desk)).toContainText(/not acknowledged/, { timeout: 30_000 });
      await openPanel(again.desk);
      await expect(triage(again.desk)).toContainText('Late');
      await triage(again.desk).scrollIntoViewIfNeeded();
      await expect(triage(again.desk)).toContainText(/by .+, \S*\d\d:\d\d/);
      await expect(panel(again.desk)).toContainText('Alarm rate of this console');
      await again.desk.screenshot({ path: testInfo.outputPath('3-after-a-restart.png') });
    });
  },
);
