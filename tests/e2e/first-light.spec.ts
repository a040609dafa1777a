import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiCase, ApiIncident } from '#shared/contract/api/read.ts';
import { expect, test } from '#tests/support/electron-app.ts';
import { type SeparateCentral, startSeparateCentral } from '#tests/support/separate-central.ts';
import { drag, officeAt, pinAt, signIn } from './desk-hands.ts';

let central: SeparateCentral;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  central = await startSeparateCentral(folder);
});
test.afterEach(async () => {
  await central.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const casesOf = async (incident: string): Promise<ApiCase[]> =>
  (await central.read<ApiIncident>(`/v1/incidents/${incident}`)).cases;

test('a report becomes a pin, the pin is dragged to a branch, and everyone agrees, through a restart and an outage', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const account = central.credentials.users.find(({ role, scope }) => role === 'coordinator' && scope.kind === 'hq');
  if (!account) throw new Error('the demo has no HQ coordinator');
  const flags = ['--central', central.url];

  const first = await launch({ flags });
  await signIn(first.desk, account);
  await expect.poll(() => first.desk.locator('button[data-x]').count(), { timeout: 30_000 }).toBeGreaterThan(20);

  // A report through the public door is on the map within two seconds.
  const { incidentId } = await central.report('Seorang pekerja ladang maut dipanah petir di Gua Musang petang tadi');
  await expect.poll(() => pinAt(first.desk, incidentId), { timeout: 2_000 }).not.toBeNull();
  const from = await pinAt(first.desk, incidentId);
  if (!from) throw new Error('no pin');

  // Dragged onto the office of Kuala Krai.
  await drag(first.desk, from, await officeAt(first.desk, 'KKR'));
  await expect.poll(async () => (await casesOf(incidentId))[0]?.lead, { timeout: 10_000 }).toBe('KKR');
  const [assigned] = await casesOf(incidentId);
  if (!assigned) throw new Error('no case');
  expect(assigned.status).toBe('assigned');

  // Row, drawer and timeline tell the same.
  const row = first.desk.locator(`[data-case="${assigned.id}"]`);
  await first.desk.locator('[data-desk-search]').fill(assigned.number ?? '');
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
  await second.desk.locator('[data-desk-search]').fill(assigned.number ?? '');
  const again = second.desk.locator(`[data-case="${assigned.id}"]`);
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
  await expect.poll(async () => (await casesOf(incidentId))[0]?.lead, { timeout: 40_000 }).toBe('KBR');
  await expect(second.desk.getByText(/Pending at this desk: ?0/i)).toBeVisible({ timeout: 30_000 });
});
