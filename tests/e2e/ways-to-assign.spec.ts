import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { assignmentsAfter, sense, takeBack } from './assignments.ts';
import {
  carryTo,
  commit,
  dragOnto,
  lasso,
  leaveFields,
  lift,
  middleOf,
  officeAt,
  pinOf,
  rowOf,
  signIn,
  touch,
} from './desk-hands.ts';
import { caseOf, casesOf, expect, test } from './desk-test.ts';

const ONE = 'Seorang pekerja ladang maut dipanah petir di Gua Musang petang tadi';
const THREE = 'Tiga pekerja maut dalam letupan di sebuah kilang di Kuala Krai pagi tadi';

test('a drag of the pin, a drag of the row, keys, the menu and a command make the same event; undo, refusals and letting go', async ({
  launch,
  central,
}) => {
  test.setTimeout(180_000);
  const { incidentId: one } = await central.report(ONE);
  const { incidentId: three } = await central.report(THREE);
  const { desk } = await launch({ flags: ['--central', central.url] });
  await signIn(desk, central.account('coordinator'));
  // The strip of alarms comes a moment later and moves the map down.
  await expect(desk.getByText(/alarms not acknowledged/).first()).toBeVisible({ timeout: 30_000 });
  const before = await central.head();
  const single = await caseOf(central, one);
  const row = await rowOf(desk, single);
  const led = () => expect.poll(async () => (await caseOf(central, one)).lead).toBe('KKR');

  await test.step('the pin, dragged onto the office', async () => {
    await dragOnto(desk, await pinOf(desk, one), await officeAt(desk, 'KKR'), /Release: assign to KKR/);
    await expect(row).toContainText('KKR');
    await led();
    await takeBack(desk, central, one);
    await expect(row).toContainText('unassigned');
  });

  await test.step('the row, dragged onto the ghost card of the branch', async () => {
    await lift(desk, await middleOf(row));
    const card = desk.locator('[data-branch-card="KKR"]');
    await expect(card).toBeVisible();
    await carryTo(desk, await middleOf(card));
    await expect(desk.locator('.map-carried')).toContainText('Release: assign to KKR');
    await desk.mouse.up();
    await led();
    await takeBack(desk, central, one);
  });

  await test.step('keys: A, three letters, Enter', async () => {
    await row.click();
    await desk.keyboard.press('a');
    const finder = desk.getByRole('dialog').getByRole('combobox');
    await expect(finder).toBeFocused();
    await desk.keyboard.type('kkr');
    const chosen = desk.getByRole('dialog').getByRole('option', { selected: true });
    // Before it is known what the branch would mean, one Enter does not send the case.
    await expect(chosen).toContainText(/KKR.*suggested/);
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('dialog')).toBeHidden();
    await led();
    await takeBack(desk, central, one);
  });

  await test.step('the menu at the row', async () => {
    await row.click({ button: 'right' });
    await desk.getByRole('menuitem', { name: /Assign to KKR/ }).click();
    await led();
    await takeBack(desk, central, one);
  });

  await test.step('a command, by the row in English, then by the number in Malay; elsewhere it asks why', async () => {
    await row.click();
    await desk.keyboard.press('Control+k');
    const line = desk.getByRole('combobox', { name: 'Command' });
    const hand = desk.getByRole('dialog').getByRole('option', { selected: true });
    await line.fill(`assign ${single.number} as kkr`);
    await expect(hand).toContainText(/KKR.*suggested.*Reply/);
    await line.fill(`agih ${single.number} kepada ipoh`);
    await expect(hand).toContainText('suggested: KKR, say why');
    await desk.keyboard.press('Enter');
    await expect(line).toHaveValue(/to IPH because $/);
    await line.fill(`agih ${single.number} kepada Kuala Kria`);
    await expect(hand).toContainText('Kuala Krai');
    await desk.keyboard.press('Enter');
    await expect(line).toBeHidden();
    await led();
    await takeBack(desk, central, one);
  });

  await test.step('central holds the same five times over, but for how it was made', async () => {
    const made = await assignmentsAfter(central, before);
    expect(made.map(({ via }) => via)).toEqual(['drag', 'drag', 'keys', 'menu', 'command']);
    for (const event of made) expect(sense(event)).toEqual(sense(made[0] as AnyEvent));
    expect(made[0]?.payload).toMatchObject({ branch: 'KKR', believedLead: null });
    expect(new Set(made.map(({ act }) => act)).size).toBe(5);
  });

  await test.step('a drop on no branch does nothing, and Esc lets go', async () => {
    const pin = await pinOf(desk, one);
    await lift(desk, pin);
    await carryTo(desk, await middleOf(desk.locator('.drawer-head')));
    await expect(desk.locator('.map-carried')).toContainText('nothing changes');
    await desk.mouse.up();
    await expect(desk.locator('[data-carrying="true"]')).toHaveCount(0);

    await lift(desk, await pinOf(desk, one));
    await carryTo(desk, await officeAt(desk, 'KKR'));
    await desk.keyboard.press('Escape');
    await expect(desk.locator('[data-carrying="true"]')).toHaveCount(0);
    await desk.mouse.up();

    await row.click();
    await desk.keyboard.press('a');
    await expect(desk.getByRole('dialog')).toBeVisible();
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toBeHidden();
    expect(await assignmentsAfter(central, before)).toHaveLength(5);
  });

  await test.step('an incident of three cases shows which, all ticked, and goes in one act', async () => {
    const cases = await casesOf(central, three);
    expect(cases).toHaveLength(3);
    const mark = await central.head();
    await desk.locator('[data-desk-search]').fill(cases[0]?.number?.split('/')[0] ?? '');
    // Onto the land it looks after, well beside the office itself.
    const office = await officeAt(desk, 'KKR');
    const land = { x: office.x, y: office.y + 26 };
    await dragOnto(desk, await pinOf(desk, three), land, /and 2 more.*assign to KKR/);
    const dialog = desk.getByRole('dialog');
    await expect(dialog.getByRole('checkbox')).toHaveCount(3);
    for (const tick of await dialog.getByRole('checkbox').all()) await expect(tick).toBeChecked();
    for (const { number } of cases) await expect(dialog).toContainText(number ?? '');
    await desk.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect
      .poll(async () => (await casesOf(central, three)).map(({ lead }) => lead))
      .toEqual(['KKR', 'KKR', 'KKR']);
    const made = await assignmentsAfter(central, mark);
    expect(made.map(({ subject }) => subject.id).toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
    expect(new Set(made.map(({ act }) => act)).size).toBe(1);
    await takeBack(desk, central, three);
  });

  await test.step('a lasso picks several incidents and carries them together; a finger assigns; Esc lets go of both', async () => {
    await desk.locator('[data-desk-search]').fill('');
    await leaveFields(desk);
    const [a, b] = [await pinOf(desk, one), await pinOf(desk, three)];
    await lasso(desk, a, b);
    const picked = desk.getByRole('complementary', { name: 'Picked cases' });
    await expect(picked).toContainText(/\d+ cases picked/);
    const count = Number((await picked.innerText()).match(/(\d+) cases picked/)?.[1]);
    expect(count).toBeGreaterThanOrEqual(4);
    await lift(desk, a);
    await expect(desk.locator('.map-carried')).toContainText(`and ${count - 1} more`);
    await desk.keyboard.press('Escape');
    await desk.mouse.up();
    await expect(desk.locator('[data-carrying="true"]')).toHaveCount(0);
    await expect(picked).toBeVisible();
    await desk.keyboard.press('Escape');
    await expect(picked).toHaveCount(0);

    const row = await rowOf(desk, single);
    const from = await middleOf(row);
    const to = await officeAt(desk, 'KKR');
    const finger = await touch(desk, from);
    await expect(desk.locator('[data-carrying="true"]')).toBeVisible();
    await finger.move(to);
    await expect(desk.locator('.map-carried')).toContainText('Release: assign to KKR');
    await finger.up();
    await led();
    await takeBack(desk, central, one);
  });

  await test.step('what only a report says is found, with a slip too; the queue is made wider by keys and keeps it', async () => {
    const search = desk.locator('[data-desk-search]');
    await search.fill('pekerja dipnah');
    await expect(row).toContainText(/report.*dipanah petir/);
    await search.fill(single.number ?? '');
    const edge = desk.getByRole('separator', { name: 'Width of the queue' });
    const width = async () => (await desk.locator('section.queue').boundingBox())?.width ?? 0;
    const first = await width();
    await edge.focus();
    await desk.keyboard.press('ArrowRight');
    await desk.keyboard.press('ArrowRight');
    await expect.poll(width).toBe(first + 32);
    await desk.keyboard.press('Home');
    await expect.poll(width).toBe(first);
    await leaveFields(desk);
  });

  const refusal = desk.getByRole('status', { name: 'Last act' });

  await test.step('a case that was closed while it was in the air is refused on the map when it is let go', async () => {
    const row = await rowOf(desk, single);
    await lift(desk, await middleOf(row));
    const card = desk.locator('[data-branch-card="KKR"]');
    await expect(card).toHaveAttribute('data-refused', 'false');
    await carryTo(desk, await middleOf(card));
    await expect(desk.locator('.map-carried')).toContainText('Release: assign to KKR');
    await commit(desk, { kind: 'close', cases: [single.id], outcome: 'not-work' });
    await expect.poll(async () => (await caseOf(central, one)).status).toBe('closed');
    await desk.mouse.up();
    await expect(refusal).toContainText('This case is closed. Reopen it first');
    expect(await assignmentsAfter(central, before)).toHaveLength(9);
    await commit(desk, { kind: 'reopen', cases: [single.id], text: 'Keliru' });
    await expect.poll(async () => (await caseOf(central, one)).status).not.toBe('closed');
  });

  await test.step('the branch that leads already, and what nobody knows, are refused in words on the map and in the palette', async () => {
    await commit(desk, { kind: 'assign', cases: [single.id], branch: 'KKR' });
    await led();
    const row = await rowOf(desk, single);
    await expect(row).toContainText('KKR');
    await lift(desk, await middleOf(row));
    const card = desk.locator('[data-branch-card="KKR"]');
    await expect(card).toContainText('This branch already leads the case');
    await carryTo(desk, await officeAt(desk, 'KKR'));
    await expect(desk.locator('.map-carried')).toContainText('This branch already leads the case');
    await desk.mouse.up();
    await expect(refusal).toContainText('This branch already leads the case');
    await leaveFields(desk);
    await desk.keyboard.press('Control+k');
    const line = desk.getByRole('combobox', { name: 'Command' });
    await line.fill(`assign ${single.number} to kkr`);
    await expect(desk.getByRole('dialog').getByRole('option').first()).toContainText('already leads the case');
    await line.fill('assign 2026-999999 to kkr');
    await expect(desk.getByRole('dialog')).toContainText('No case 2026-999999 on this screen or in the store');
    await line.fill(`assign ${single.number} to xqzv`);
    await expect(desk.getByRole('dialog')).toContainText('Nothing matches');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Escape');
    await expect(line).toBeHidden();
  });

  await test.step('a closed case is refused in words', async () => {
    await rowOf(desk, single);
    await row.click();
    await expect(desk.getByRole('complementary')).toContainText('Gua Musang');
    await desk.getByRole('button', { name: 'More', exact: true }).click();
    await desk.getByRole('menuitem', { name: /^Close/ }).click();
    const form = desk.getByRole('form', { name: 'Close' });
    await form.getByLabel('Outcome').selectOption({ label: 'Not work-related' });
    await form.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await caseOf(central, one)).status).toBe('closed');
    await desk.getByRole('button', { name: /^Done/ }).click();
    await row.click();
    await leaveFields(desk);
    await desk.keyboard.press('a');
    await expect(desk.getByRole('status', { name: 'Last act' })).toContainText('This case is closed. Reopen it first');
    await expect(desk.getByRole('dialog')).toHaveCount(0);
    await row.click({ button: 'right' });
    await expect(desk.getByRole('menuitem', { name: /^Reopen/ })).toBeVisible();
    await expect(desk.getByRole('menuitem', { name: /^Assign/ })).toHaveCount(0);
  });

  await test.step('a branch that only helps may not hand the case on, and is told so on the map and in the palette', async () => {
    await commit(desk, { kind: 'reopen', cases: [single.id], text: 'Keliru' });
    await commit(desk, { kind: 'set-assist', cases: [single.id], branch: 'KTN', on: true });
    await expect.poll(async () => (await caseOf(central, one)).assist).toEqual(['KTN']);
    const squad = central.credentials.users.find(({ username }) => username === 'squad.ktn');
    await desk.locator('.user-mark').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await desk.locator('.user-mark').click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('User name').fill(squad?.username ?? '');
    await dialog.getByLabel('Password').fill(squad?.password ?? '');
    await dialog.getByLabel('Password').press('Enter');
    await expect(dialog).toBeHidden();
    await desk.getByRole('button', { name: /^All \d/ }).click();
    // The strip of alarms goes with who saw them and moves the queue up.
    await expect(desk.locator('[data-alarm-hear]')).toHaveCount(0);
    const row = await rowOf(desk, single);
    await lift(desk, await middleOf(row));
    const words = 'Only the branch that leads this case can do this';
    // The first card is of the branch that leads.
    const card = desk.locator('[data-branch-card]:not([data-branch-card="KKR"])').first();
    await expect(card).toContainText(words);
    await carryTo(desk, await middleOf(card));
    await expect(desk.locator('.map-carried')).toContainText(words);
    await desk.mouse.up();
    await expect(refusal).toContainText(words);
    await desk.keyboard.press('Control+k');
    await desk.getByRole('combobox', { name: 'Command' }).fill(`assign ${single.number} to ktn`);
    await expect(desk.getByRole('dialog').getByRole('option').first()).toContainText(words);
  });
});
