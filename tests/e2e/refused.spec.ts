import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import { expect, test } from '#tests/support/electron-app.ts';
import { startSeparateCentral } from '#tests/support/separate-central.ts';
import { faults } from './axe-faults.ts';
import { leaveFields, rowOf, signIn } from './desk-hands.ts';
import { caseOf } from './desk-test.ts';

const NEWS = 'Seorang pekerja ladang maut dipanah petir di Gua Musang petang tadi';

test('acts that central refused are read, corrected in their own form and sent again, or withdrawn; none goes in silence', async ({
  launch,
}, testInfo) => {
  test.setTimeout(150_000);
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  const central = await startSeparateCentral(folder);
  const store = knex({
    client: 'sqlite3',
    connection: { filename: join(folder, 'central.sqlite') },
    useNullAsDefault: true,
  });
  // As if it had always been so: a right that is withdrawn puts acts before a supervisor instead.
  const roleBecomes = async (role: string) => {
    const id = store('user_account').where({ username: 'penyelaras' }).select('id');
    await store('user_right').whereIn('user_id', id).update({ role });
    return store('user_account').where({ username: 'penyelaras' }).update({ role });
  };
  try {
    const { incidentId } = await central.report(NEWS);
    const found = await caseOf(central, incidentId);
    const { desk } = await launch({ flags: ['--central', central.url] });
    await signIn(desk, { ...central.account('coordinator') });
    const row = await rowOf(desk, found);
    await row.click();
    // What the console allows, central will refuse: the person's role was changed there.
    expect(await roleBecomes('admin')).toBe(1);
    await desk.keyboard.press('a');
    await expect(desk.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await desk.keyboard.type('kkr');
    const chosen = desk.getByRole('dialog').getByRole('option', { selected: true });
    await expect(chosen).toContainText('KKR');
    // What the engine knows of it has come: one unassigned case goes at once.
    await expect(chosen).toContainText('km');
    await desk.keyboard.press('Enter');
    const outbox = desk.getByTitle('Open the outbox');
    await expect(outbox).toContainText('Sent back by central: 1');
    await expect(row).toContainText('unassigned');

    await outbox.click();
    const dialog = desk.getByRole('dialog');
    await expect(dialog).toContainText('Assigned to KKR');
    await expect(dialog).toContainText('Your role does not allow this');
    expect(await faults(desk)).toEqual([]);
    await desk.screenshot({ path: testInfo.outputPath('refused.png') });
    await roleBecomes('coordinator');
    await dialog.getByRole('button', { name: 'Correct and send again' }).click();
    await expect(dialog).toContainText('Kuala Krai');
    await dialog.getByRole('button', { name: /Assign to KKR/ }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await caseOf(central, incidentId)).lead).toBe('KKR');
    await expect(outbox).not.toContainText('Sent back');

    await roleBecomes('branch');
    await leaveFields(desk);
    await desk
      .getByRole('group', { name: 'What comes next' })
      .getByRole('button', { name: 'More', exact: true })
      .click();
    await desk.getByRole('menuitem', { name: 'Triage', exact: true }).click();
    const form = desk.getByRole('form', { name: 'Triage' });
    await form.getByLabel('Priority', { exact: true }).selectOption({ label: 'High' });
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(outbox).toContainText('Sent back by central: 1');
    await outbox.click();
    await dialog.getByRole('button', { name: 'Correct and send again' }).click();
    await expect(form.getByLabel('Priority', { exact: true })).toHaveValue('high');
    await form.getByLabel('Confirmation', { exact: true }).selectOption({ label: 'Confirmed' });
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toBeHidden();
    // Refused still: the corrected one stands in the place of the first, and is withdrawn with a reason.
    await outbox.click();
    await expect(dialog.getByRole('button', { name: 'Withdraw' })).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await dialog.getByLabel('Reason for withdrawing').fill('Not mine to do');
    await desk.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Withdraw' })).toHaveCount(0);
    await expect(dialog).toContainText('Arrived at central');
    await expect(outbox).not.toContainText('Sent back');
  } finally {
    await store.destroy();
    await central.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
