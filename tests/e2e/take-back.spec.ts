import { commit, leaveFields, rowOf, signIn } from './desk-hands.ts';
import { caseOf, expect, test } from './desk-test.ts';

test('undo turns into an act that assigns back once the branch has acknowledged, and says so', async ({
  launch,
  central,
}) => {
  const { desk } = await launch({ flags: ['--central', central.url] });
  await signIn(desk, central.account('coordinator'));
  const { incidentId } = await central.report('Seorang pekerja maut ditimpa besi di Gua Musang, Kelantan');
  const { id, number } = await caseOf(central, incidentId);
  const row = await rowOf(desk, { id, number });
  await commit(desk, { kind: 'assign', cases: [id], branch: 'KBR' });
  await expect(row).toContainText('KBR');
  await row.click();

  await test.step('moved to another branch by keys: ten seconds to undo', async () => {
    await leaveFields(desk);
    await desk.keyboard.press('a');
    const dialog = desk.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await desk.keyboard.type('KKR');
    await expect(dialog.getByRole('option', { selected: true })).toContainText('KKR');
    await desk.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: /reason/i }).fill('Nearer');
    await desk.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(desk.getByRole('status', { name: 'Last act' })).toContainText('Undo');
  });

  await test.step('acknowledged meanwhile: the same key asks why it goes back, and assigns back', async () => {
    await commit(desk, { kind: 'acknowledge', cases: [id] });
    const bar = desk.getByRole('status', { name: 'Last act' });
    await expect(bar.getByRole('button', { name: /Reverse: assign back to KBR/ })).toBeVisible();
    await expect(bar).toContainText('It can no longer be undone');
    await leaveFields(desk);
    await desk.keyboard.press('u');
    const form = desk.getByRole('form', { name: /^Reverse: assign back to KBR/ });
    await expect(form.getByLabel('Reason')).toBeFocused();
    await expect(form.getByLabel('Reason')).toHaveValue(/^Reversed: Assigned to KKR/);
    await desk.keyboard.press('Enter');
    await expect(form).toBeHidden();
    await expect(row).toContainText('KBR');
    await expect.poll(async () => (await caseOf(central, incidentId)).lead).toBe('KBR');
  });

  await test.step('the timeline offers what an act can still be taken back by, and says why not', async () => {
    const timeline = desk.getByRole('region', { name: 'Timeline' });
    const acknowledged = timeline.getByRole('listitem').filter({ hasText: 'Acknowledged' });
    await acknowledged.getByRole('button', { name: 'Acts on this record' }).press('Enter');
    await expect(desk.getByRole('menuitem', { name: /^Reverse/ })).toContainText('stays in the record');
    await desk.keyboard.press('Escape');
  });
});
