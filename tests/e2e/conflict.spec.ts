import type { Locator, Page } from '@playwright/test';
import { faults } from './axe-faults.ts';
import { leaveFields, rowOf, signIn } from './desk-hands.ts';
import { caseOf, expect, test } from './desk-test.ts';

const NEWS = 'Seorang pekerja ladang maut dipanah petir di Gua Musang petang tadi';

/** Assigns the case by keys alone; elsewhere than suggested asks why. */
async function assign(desk: Page, row: Locator, code: string, reason?: string): Promise<void> {
  await row.click();
  await desk.keyboard.press('a');
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await desk.keyboard.type(code);
  const chosen = dialog.getByRole('option', { selected: true });
  await expect(chosen).toContainText(code.toUpperCase());
  // What the engine knows of it has come: one unassigned case goes at once.
  await expect(chosen).toContainText('km');
  await desk.keyboard.press('Enter');
  if (reason !== undefined) {
    await dialog.getByRole('textbox', { name: /reason/i }).fill(reason);
    await desk.keyboard.press('Enter');
  }
  await expect(dialog).toBeHidden();
  await expect(row).toContainText(code.toUpperCase());
}

test('two desks that were cut off contest a lead; the supervisor settles it with one key, and all agree', async ({
  launch,
  central,
}, testInfo) => {
  test.setTimeout(240_000);
  const { incidentId } = await central.report(NEWS);
  const found = await caseOf(central, incidentId);
  const { desk: first } = await launch({ flags: ['--central', central.url] });
  await signIn(first, central.account('coordinator'));
  const { desk: second } = await launch({ flags: ['--central', central.url] });
  await signIn(second, central.account('supervisor'));
  const rows = { first: await rowOf(first, found), second: await rowOf(second, found) };
  const card = (desk: Page) => desk.getByRole('group', { name: 'lead branch' });
  const sides = (desk: Page) => card(desk).locator('.conflict-value .code').allTextContents();
  const open = (desk: Page) => desk.getByRole('button', { name: /^Conflicts/ }).last();

  await test.step('each assigns the case while central is away', async () => {
    await central.kill();
    await expect(first.getByText(/No link|offline/i).first()).toBeVisible();
    await assign(first, rows.first, 'kkr');
    await assign(second, rows.second, 'kbr', 'The family lives there');
    // Long enough that nobody would say they were online.
    await second.waitForTimeout(6_000);
    await central.again();
    for (const desk of [first, second]) await expect(desk.getByTestId('waiting')).toHaveText('0', { timeout: 40_000 });
  });

  await test.step('both see one lead and the other choice beside it, neither chosen beforehand', async () => {
    for (const desk of [first, second]) await expect(card(desk)).toBeVisible();
    expect((await sides(first)).toSorted()).toEqual(['KBR', 'KKR']);
    expect(await sides(second)).toEqual(await sides(first));
    expect((await caseOf(central, incidentId)).lead).toBe((await sides(first))[0]);
    for (const words of ['N. Hamid', 'R. Selvam', 'offline, arrived', 'Unassigned', 'Reply'])
      await expect(card(first)).toContainText(words);
  });

  await test.step('the coordinator reads who can decide, and has nothing to press', async () => {
    const section = first.getByRole('region', { name: 'Conflicts' });
    await expect(section).toContainText('Only a supervisor can settle a conflict');
    await expect(section).toContainText('R. Selvam');
    await expect(card(first).getByRole('button')).toHaveCount(0);
    expect(await faults(first, '.drawer')).toEqual([]);
    await first.screenshot({ path: testInfo.outputPath('coordinator.png') });
  });

  const [kept = '', other = ''] = await sides(second);
  await test.step('the count of conflicts leads to the case; key 2 chooses the other lead', async () => {
    await open(second).click();
    await expect(second.locator('[data-case]')).toHaveCount(1);
    await second.locator('[data-case]').click();
    await card(second).focus();
    expect(await faults(second, '.drawer')).toEqual([]);
    await second.screenshot({ path: testInfo.outputPath('supervisor.png') });
    await second.keyboard.press('2');
    await expect(card(second)).toHaveCount(0);
    await expect.poll(async () => (await caseOf(central, incidentId)).lead).toBe(other);
    await expect(card(first)).toHaveCount(0);
    await expect(rows.first).toContainText(other);
    for (const desk of [first, second]) await expect(open(desk)).toContainText('0');
  });

  await test.step('the choice can be taken back within ten seconds, and made again in the supervisor’s inbox, the other way', async () => {
    await leaveFields(second);
    await second.keyboard.press('u');
    await expect(second.getByText(/^Undone: Settle conflict/)).toBeVisible();
    for (const desk of [first, second]) await expect(card(desk)).toBeVisible();
    await leaveFields(second);
    await second.keyboard.press('b');
    const settle = second.getByRole('button', { name: /^Settle 1 conflict/ });
    await settle.press('Enter');
    await expect(card(second)).toBeFocused();
    await expect(card(second)).toContainText('Distance from the incident');
    await second.keyboard.press('Escape');
    await expect(card(second)).toHaveCount(0);
    await expect(settle).toBeFocused();
    await second.keyboard.press('Enter');
    await expect(card(second)).toBeFocused();
    expect(await faults(second, '.load')).toEqual([]);
    await second.screenshot({ path: testInfo.outputPath('inbox.png') });
    await card(second).getByLabel('Reason for the decision, if any').fill('The family lives near 2');
    await card(second).focus();
    await second.keyboard.press('3');
    await expect(card(second)).toHaveCount(0);
    await expect(second.getByRole('heading', { name: 'Conflicts 0' })).toBeFocused();
    await expect.poll(async () => await caseOf(central, incidentId)).toMatchObject({ lead: kept, assist: [other] });
    await expect(first.getByRole('region', { name: 'Timeline' })).toContainText('The family lives near 2');
    await expect(rows.first).toContainText(kept);
  });
});
