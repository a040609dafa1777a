import { openTilePeer } from '#tests/support/tile-peer.ts';
import { assignmentsAfter, sense, takeBack } from './assignments.ts';
import { faults } from './axe-faults.ts';
import { dragOnto, leaveFields, middleOf, officeAt, pinOf, rowOf, signIn, touch } from './desk-hands.ts';
import { caseOf, expect, test } from './desk-test.ts';
import { dragAcross } from './drag-across.ts';

const NEWS = 'Seorang pekerja ladang maut dipanah petir di Gua Musang petang tadi';

test('a case is dragged from one desk window to another: onto its map, its load list, and back from there', async ({
  launch,
  central,
}) => {
  test.setTimeout(240_000);
  const { incidentId } = await central.report(NEWS);
  const { app, desk } = await launch({ flags: ['--central', central.url] });
  await signIn(desk, central.account('supervisor'));
  await expect(desk.getByText(/alarms not acknowledged/).first()).toBeVisible({ timeout: 30_000 });
  const before = await central.head();
  const single = await caseOf(central, incidentId);
  const opened = app.waitForEvent('window');
  await desk.getByRole('button', { name: 'Open a second desk' }).click();
  const second = await opened;
  await expect.poll(() => second.locator('button[data-x]').count(), { timeout: 30_000 }).toBeGreaterThan(20);
  const led = () => expect.poll(async () => (await caseOf(central, incidentId)).lead).toBe('KKR');
  const carrying = (page: typeof desk) => page.locator('[data-carrying="true"]');

  await test.step('within one window, to compare with', async () => {
    await dragOnto(desk, await pinOf(desk, incidentId), await officeAt(desk, 'KKR'), /Release: assign to KKR/);
    await led();
    await takeBack(desk, central, incidentId);
  });

  await test.step('a row of the queue, onto an office on the other window’s map', async () => {
    const air = await dragAcross(desk, await middleOf(await rowOf(desk, single)), second);
    await expect(carrying(second)).toBeVisible();
    await air.over(await officeAt(second, 'KKR'));
    await expect(second.locator('.map-carried')).toContainText('Release: assign to KKR');
    await air.drop();
    await led();
    for (const page of [desk, second]) await expect(carrying(page)).toHaveCount(0);
    await takeBack(second, central, incidentId);
  });

  const office = second.locator('.load-row[data-branch="KKR"]');
  await test.step('the row, onto the office in the other window’s load list', async () => {
    await second.keyboard.press('b');
    await office.scrollIntoViewIfNeeded();
    const air = await dragAcross(desk, await middleOf(await rowOf(desk, single)), second);
    await air.over(await middleOf(office));
    await expect(office).toHaveClass(/load-over/);
    await expect(second.locator('.map-carried')).toContainText('Release: assign to KKR');
    await air.drop();
    await led();
    await takeBack(second, central, incidentId);
  });

  const line = second.locator(`.load-case[data-lift="${single.id}"]`);
  await test.step('a case of the load list, onto the map of the first window', async () => {
    await second.locator('.load-row .load-pick').filter({ hasText: 'CRC' }).click();
    await line.scrollIntoViewIfNeeded();
    const air = await dragAcross(second, await middleOf(line.locator('.load-what')), desk);
    await expect(carrying(desk)).toBeVisible();
    await air.over(await officeAt(desk, 'KKR'));
    await expect(desk.locator('.map-carried')).toContainText('Release: assign to KKR');
    await air.drop();
    await led();
    await expect(line).toHaveCount(0);
    await takeBack(desk, central, incidentId);
  });

  await test.step('and by finger, within the load list', async () => {
    await office.scrollIntoViewIfNeeded();
    await line.scrollIntoViewIfNeeded();
    const finger = await touch(second, await middleOf(line.locator('.load-what')));
    await finger.move(await middleOf(office));
    await expect(second.locator('.map-carried')).toContainText('Release: assign to KKR');
    await finger.up();
    await led();
  });

  const made = await assignmentsAfter(central, before);
  expect(made.map(({ via }) => via)).toEqual(['drag', 'drag', 'drag', 'drag', 'drag']);
  const [first, ...others] = made.map(sense);
  for (const one of others) expect(one).toEqual(first);
  expect(new Set(made.map(({ act }) => act)).size).toBe(5);

  await test.step('the map goes to a place by name, brings its frame to the front, and Esc goes home', async () => {
    const goal = (frame: string) => desk.locator(`.map-frame-${frame} .map-goal`);
    const go = async (words: string, to: RegExp) => {
      await leaveFields(desk);
      await desk.keyboard.press('Control+k');
      const palette = desk.getByRole('dialog');
      await palette.getByRole('combobox', { name: 'Command' }).fill(words);
      await palette.getByRole('option').filter({ hasText: to }).first().click();
    };
    await desk.locator('[data-desk-search]').fill('');
    await go('go johor', /^\s*Johor\s*State/);
    await expect(goal('semenanjung')).toContainText('Johor');
    await expect(desk.getByRole('button', { name: 'First view (0)' })).toBeVisible();
    await desk.keyboard.press('Escape');
    await expect(goal('semenanjung')).toHaveCount(0);
    await expect(desk.getByRole('button', { name: 'First view (0)' })).toHaveCount(0);
    await desk.getByRole('button', { name: /^Enlarge Klang Valley/ }).click();
    await expect(desk.locator('.map-frame-semenanjung')).toBeHidden();
    await go('go tawau', /Tawau/);
    await expect(goal('borneo')).toContainText('Tawau');
    await expect(desk.locator('.map-frame-semenanjung')).toBeHidden();
    await expect(desk.getByText(/The map shows .*Tawau/)).toBeAttached();
    const offMiddle = async () => {
      const mark = await middleOf(goal('borneo').locator('span'));
      return Math.abs(mark.x - (await middleOf(desk.locator('.map-frame-borneo'))).x);
    };
    await expect.poll(offMiddle).toBeLessThan(4);
    await desk.keyboard.press('Escape');
    await leaveFields(desk);
    await desk.keyboard.press('z');
    await expect(desk.locator('.map-frame-semenanjung')).toBeVisible();
  });

  await test.step('pictures under the map: set by an admin, shown in both windows, and without their server too', async () => {
    const peer = await openTilePeer();
    const { username, password } = central.account('admin');
    await desk.evaluate((account) => window.prihatin.call('session.sign-in', account), { username, password });
    await second.keyboard.press('Escape');
    await desk.getByRole('button', { name: /Administrator/ }).click();
    await desk.getByRole('button', { name: 'Map background' }).click();
    const panel = desk.getByRole('dialog', { name: 'Map background' });
    const address = panel.getByLabel('Address of the tiles');
    await address.fill('http://tiles.example/{z}/{x}/{y}.png');
    await address.press('Enter');
    await expect(address).toBeFocused();
    await expect(panel.getByRole('alert').first()).toContainText('Use https://');
    expect(await faults(desk, '.dialog')).toEqual([]);
    await address.fill(peer.url);
    await panel.getByLabel('Credit on the map').fill('© a test');
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(panel).toBeHidden();
    const drawn = (page: typeof desk) =>
      page.evaluate(() => {
        const tiles = [...document.querySelectorAll<HTMLImageElement>('.leaflet-tile')];
        return tiles.filter(({ complete, naturalWidth }) => complete && naturalWidth === 256).length;
      });
    for (const page of [desk, second]) {
      await expect.poll(() => drawn(page)).toBeGreaterThan(8);
      await expect(page.getByText('© a test')).toBeVisible();
    }
    const asked = peer.asked.map(({ path }) => path);
    expect(new Set(asked).size).toBe(asked.length);
    await peer.close();
    await desk.reload();
    await expect.poll(() => drawn(desk), { timeout: 20_000 }).toBeGreaterThan(8);
  });
});
