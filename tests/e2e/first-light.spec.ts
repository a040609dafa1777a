import { dragOnto, officeAt, pinAt, pinOf, rowOf, signIn } from './desk-hands.ts';
import { caseOf, expect, test } from './desk-test.ts';

test('a report becomes a pin, the pin is dragged to a branch, and everyone agrees, through a restart and an outage', async ({
  launch,
  central,
}) => {
  test.setTimeout(180_000);
  const flags = ['--central', central.url];

  const first = await launch({ flags });
  await signIn(first.desk, central.account('coordinator'));

  // A report through the public door is on the map within two seconds.
  const { incidentId } = await central.report('Seorang pekerja ladang maut dipanah petir di Gua Musang petang tadi');
  await expect.poll(() => pinAt(first.desk, incidentId), { timeout: 2_000 }).not.toBeNull();

  // Dragged onto the office of Kuala Krai.
  await dragOnto(first.desk, await pinOf(first.desk, incidentId), await officeAt(first.desk, 'KKR'), /assign to KKR/);
  await expect.poll(async () => (await caseOf(central, incidentId)).lead, { timeout: 10_000 }).toBe('KKR');
  const assigned = await caseOf(central, incidentId);
  expect(assigned.status).toBe('assigned');

  // Row, drawer and timeline tell the same.
  const row = await rowOf(first.desk, assigned);
  await expect(row).toContainText('KKR');
  await row.click();
  const drawer = first.desk.getByRole('complementary').filter({ hasText: 'Gua Musang' });
  await expect(drawer).toContainText('KKR');
  await expect(drawer).toContainText(/assigned to KKR/i);

  // The same after a restart, also without central.
  await first.close();
  await central.kill();
  const second = await launch({ flags, data: first.data });
  await expect(second.desk.locator('[data-case]').first()).toBeVisible();
  const again = await rowOf(second.desk, assigned);
  await expect(again).toContainText('KKR');
  await expect(second.desk.getByText('Central: out of reach')).toBeVisible();

  // Central is away: assigned again by keys, with the reason a coordinator owes; shown at once.
  await again.click();
  await second.desk.keyboard.press('a');
  const dialog = second.desk.getByRole('dialog');
  await dialog.getByRole('combobox').fill('KBR');
  await second.desk.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: /reason/i }).fill('KKR is flooded');
  await second.desk.keyboard.press('Enter');
  await expect(again).toContainText('KBR');
  await expect(second.desk.getByText(/Pending at this desk: ?1/i)).toBeVisible();

  // Central is back and agrees.
  await central.again();
  await expect.poll(async () => (await caseOf(central, incidentId)).lead, { timeout: 40_000 }).toBe('KBR');
  await expect(second.desk.getByText(/Pending at this desk: ?0/i)).toBeVisible({ timeout: 30_000 });
});
