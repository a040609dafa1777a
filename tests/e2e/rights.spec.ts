import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import { startSeparateCentral } from '#tests/support/separate-central.ts';
import { faults } from './axe-faults.ts';
import { rowOf, signIn } from './desk-hands.ts';
import { caseOf, expect, test } from './desk-test.ts';

const NEWS = 'Seorang pekerja ladang maut dipanah petir di Gua Musang petang tadi';
const DAY_MS = 86_400_000;

const open = (file: string) =>
  knex({ client: 'sqlite3', connection: { filename: file }, useNullAsDefault: true, pool: { min: 1, max: 1 } });

test('a right is withdrawn while its holder is cut off: the act goes before a supervisor; the console is withdrawn and wipes itself', async ({
  launch,
}, testInfo) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  const central = await startSeparateCentral(folder);
  try {
    const { incidentId } = await central.report(NEWS);
    const found = await caseOf(central, incidentId);
    const { desk, data } = await launch({ flags: ['--central', central.url] });
    await signIn(desk, central.account('coordinator'));
    const { desk: boss } = await launch({ flags: ['--central', central.url] });
    await signIn(boss, central.account('supervisor'));
    const row = await rowOf(desk, found);

    await test.step('a coordinator assigns while central is away, and is no coordinator any more when it is back', async () => {
      await central.kill();
      await expect(desk.getByText(/No link|offline/i).first()).toBeVisible();
      await row.click();
      await desk.keyboard.press('a');
      await expect(desk.getByRole('dialog').getByRole('combobox')).toBeFocused();
      await desk.keyboard.type('kkr');
      await expect(desk.getByRole('dialog').getByRole('option', { selected: true })).toContainText('km');
      await desk.keyboard.press('Enter');
      await expect(desk.getByTestId('waiting')).toHaveText('1');
      const store = open(join(folder, 'central.sqlite'));
      const [person] = await store('user_account').where({ username: 'penyelaras' }).select('id');
      const changed = { role: 'branch', scope: JSON.stringify({ kind: 'branch', branch: 'KTN' }) };
      await store('user_account').where({ id: person.id }).update(changed);
      await store('user_right').insert({ user_id: person.id, seq: 1_000_000, ...changed, disabled: 0 });
      await store.destroy();
      await central.again();
      const outbox = desk.getByTitle('Open the outbox');
      await expect(outbox).toContainText('Before a supervisor: 1', { timeout: 60_000 });
      await outbox.click();
      await expect(desk.getByRole('dialog')).toContainText('Your role has changed since you acted');
      await desk.screenshot({ path: testInfo.outputPath('outbox-held.png') });
      await desk.keyboard.press('Escape');
    });

    await test.step('the supervisor reads it and admits it with one key', async () => {
      await boss.getByRole('button', { name: /^Waiting for your decision/ }).click({ timeout: 60_000 });
      const card = boss.getByRole('dialog').getByRole('group');
      await expect(card).toContainText('Assigned to KKR');
      await expect(card).toContainText('Its author’s role has changed since');
      expect(await faults(boss)).toEqual([]);
      await card.focus();
      await boss.keyboard.press('2');
      await expect(card.getByRole('textbox')).toBeFocused();
      await boss.screenshot({ path: testInfo.outputPath('held.png') });
      await card.focus();
      await boss.keyboard.press('1');
      await expect(card).toContainText('Will be admitted');
      await boss.keyboard.press('u');
      await expect(card.getByRole('button', { name: /^Admit/ })).toBeVisible();
      await boss.keyboard.press('1');
      await expect(card).toContainText('Will be admitted');
      expect(await faults(boss)).toEqual([]);
      await boss.screenshot({ path: testInfo.outputPath('held-decided.png') });
      // Kept already: closing the panel, or the window, changes nothing; it goes when its ten seconds are over.
      await boss.keyboard.press('Escape');
      await expect(boss.getByRole('dialog')).toBeHidden();
      await expect.poll(async () => (await caseOf(central, incidentId)).lead, { timeout: 30_000 }).toBe('KKR');
    });

    await test.step('an admin withdraws the console from another one', async () => {
      const credentials = central.credentials.users.find((user) => user.role === 'admin');
      if (!credentials) throw new Error('the demo has no admin');
      await boss.locator('.user-mark').click();
      await boss.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
      await boss.locator('.user-mark').click();
      const dialog = boss.getByRole('dialog');
      await dialog.getByLabel('User name').fill(credentials.username);
      await dialog.getByLabel('Password').fill(credentials.password);
      await dialog.getByLabel('Password').press('Enter');
      await expect(dialog).toBeHidden();
      await boss.locator('.user-mark').click();
      await boss.getByRole('button', { name: 'Manage consoles' }).click();
      const lines = boss.getByRole('dialog').locator('.device');
      await expect(lines).toHaveCount(2);
      await expect(boss.getByRole('dialog')).toContainText('this console');
      await boss.getByRole('button', { name: 'Withdraw', exact: true }).click();
      await boss.getByLabel('Reason').fill('Komputer hilang');
      await boss.screenshot({ path: testInfo.outputPath('devices.png') });
      expect(await faults(boss)).toEqual([]);
      await boss.getByRole('button', { name: 'Withdraw this console' }).click();
      await expect(boss.getByRole('dialog')).toContainText('Komputer hilang');
    });

    await test.step('it says so over the whole window and nothing of it is left', async () => {
      await expect(desk.getByRole('alert')).toContainText('This console was withdrawn', { timeout: 60_000 });
      await expect(desk.getByRole('alert')).toContainText('This console’s store was wiped', { timeout: 60_000 });
      await expect(desk.locator('[data-case]')).toHaveCount(0);
      await desk.screenshot({ path: testInfo.outputPath('withdrawn.png') });
      const left = readdirSync(data, { recursive: true, encoding: 'utf8' });
      expect(left.filter((name) => /console\.(sqlite|open|lock)/.test(name))).toEqual([]);
    });
  } finally {
    await central.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('screens lock when central was away too long, and open again for who signs in', async ({
  launch,
  central,
}, testInfo) => {
  test.setTimeout(180_000);
  const first = await launch({ flags: ['--central', central.url] });
  await signIn(first.desk, central.account('coordinator'));
  await first.close();
  const file = readdirSync(first.data, { recursive: true, encoding: 'utf8' }).find((one) =>
    one.endsWith('console.sqlite'),
  );
  const store = open(join(first.data, file ?? ''));
  await store('sign_in_proof').update({ proved_at: Date.now() - 8 * DAY_MS });
  await store.destroy();
  await central.kill();
  const { desk } = await launch({ flags: ['--central', central.url], data: first.data });
  await expect(desk.getByRole('heading', { name: 'The screens are locked' })).toBeVisible();
  await expect(desk.locator('[data-case]')).toHaveCount(0);
  expect(await faults(desk)).toEqual([]);
  await desk.getByLabel('User name').fill(central.account('coordinator').username);
  await desk.getByLabel('Password').fill(central.account('coordinator').password);
  await desk.getByLabel('Password').press('Enter');
  await expect(desk.getByText(/time of signing in without central is over/)).toBeVisible({ timeout: 30_000 });
  await desk.screenshot({ path: testInfo.outputPath('locked.png') });
  await central.again();
  await expect(desk.locator('[data-case]').first()).toBeVisible({ timeout: 60_000 });
});
