import type { LoginReply } from '#shared/contract/wire/sync.ts';
import { post } from '#tests/support/central-console.ts';
import { faults } from './axe-faults.ts';
import { commit, leaveFields, rowOf, signIn } from './desk-hands.ts';
import { casesOf, expect, test } from './desk-test.ts';

const NEWS = 'Tiga pekerja maut dalam runtuhan struktur di tapak binaan di Ipoh pagi tadi';

test('an offer is declined and comes back to the room; the victims of one accident are shared out in one gesture, and undone as one', async ({
  launch,
  central,
}) => {
  test.setTimeout(90_000);
  const { incidentId } = await central.report(NEWS);
  const [first, ...rest] = await casesOf(central, incidentId);
  if (!first) throw new Error('no case');
  expect(rest).toHaveLength(2);
  const leads = async () => (await casesOf(central, incidentId)).map(({ lead }) => lead);
  const { desk } = await launch({ flags: ['--central', central.url] });
  await signIn(desk, central.account('supervisor'));

  await test.step('declined for the branch that said so by phone: with nobody, and a clock to assign it anew', async () => {
    await (await rowOf(desk, first)).click();
    const branch = await desk.evaluate(async (id) => {
      const found = await window.prihatin.call('candidates.get', { cases: [id] });
      return found.ok ? (found.value[0]?.branch ?? '') : '';
    }, first.id);
    await commit(desk, { kind: 'assign', cases: [first.id], branch });
    // A branch that helps, and the heirs' town, are typed at once after the press; letters alone record nothing.
    const around = desk.getByRole('region', { name: 'Places and cover' });
    const helps = async () => (await casesOf(central, incidentId)).find(({ id }) => id === first.id)?.assist;
    await around.getByRole('button', { name: 'Add a branch' }).click();
    await desk.keyboard.type('tapah');
    await expect(around.getByRole('option').first()).toContainText('TPH');
    expect(await helps()).toEqual([]);
    await desk.keyboard.press('Enter');
    await expect.poll(helps).toEqual(['TPH']);
    await expect(desk.getByRole('status', { name: 'Last act' })).toContainText('TPH assists case');
    await around.getByRole('button', { name: 'Take TPH off' }).click();
    await expect.poll(helps).toEqual([]);
    await around.getByRole('button', { name: 'Heirs: set the town' }).click();
    await expect(around.getByText('No place of that name.')).toHaveCount(0);
    await desk.keyboard.type('kota marudu');
    await expect(around.getByRole('combobox')).toHaveValue('kota marudu');
    await desk.keyboard.press('Escape');
    await expect(around.getByRole('combobox')).toHaveCount(0);
    await expect(desk.getByRole('dialog')).toHaveCount(0);
    // The open case is still in hand while a search hides it, and the list of branches says so.
    await leaveFields(desk);
    await desk.keyboard.press('/');
    await desk.keyboard.type('zzqxw');
    await expect(desk.locator('[data-case]')).toHaveCount(0);
    await leaveFields(desk);
    await desk.keyboard.press('a');
    await expect(desk.getByRole('dialog')).toContainText('It is not in the list as it is filtered now.');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('/');
    await desk.keyboard.press('Control+a');
    await desk.keyboard.press('Delete');
    const bar = desk.getByRole('group', { name: 'What comes next' });
    await bar.getByRole('button', { name: 'Decline the case' }).click();
    const form = desk.getByRole('form', { name: 'Decline the case' });
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByLabel('Why it is declined')).toBeFocused();
    await form.getByLabel('Why it is declined').selectOption({ label: 'No officer on duty' });
    await form.getByLabel('Told by').selectOption({ label: 'Phone' });
    await form.getByRole('button', { name: 'Save' }).click();
    const drawer = desk.getByRole('complementary', { name: 'Case details' });
    await expect(drawer).toContainText(`Declined by ${branch}`);
    await expect(drawer).toContainText('To be assigned anew by');
    await expect.poll(leads).toEqual([null, null, null]);
  });

  await test.step('who else has the case open is shown while they have', async () => {
    const { username, password } = central.account('coordinator');
    const reply = await post<LoginReply>(`${central.url}/v1/auth/login`, {
      username,
      password,
      device: 'another desk',
    });
    const auth = { authorization: `Bearer ${reply.body.accessToken}` };
    const say = (id: string | null) => post(`${central.url}/v1/sync/presence`, { case: id }, auth);
    const told = desk.getByText(`Also open at ${reply.body.user.name}`);
    await say(first.id);
    const mark = (await rowOf(desk, first)).getByRole('img', { name: `Also open at ${reply.body.user.name}` });
    await expect(told).toBeVisible();
    await expect(mark).toBeVisible();
    await say(null);
    await expect(told).toBeHidden();
    await expect(mark).toHaveCount(0);
  });

  await test.step('all three shared out from the supervisor’s view, and taken back as one', async () => {
    await leaveFields(desk);
    await desk.keyboard.press('b');
    await expect(desk.getByRole('heading', { name: 'Offers declined 1' })).toBeVisible();
    expect(await faults(desk, '.load')).toEqual([]);
    const accident = desk.getByRole('listitem').filter({ hasText: '3 victims, Ipoh' });
    await accident.getByRole('button', { name: 'Plan to share out' }).click();
    const plan = desk.getByRole('region', { name: 'Plan' });
    await expect(plan.getByRole('row')).toHaveCount(4);
    // What lies over the view leaves the plan standing.
    await desk.keyboard.press('?');
    await expect(desk.getByRole('dialog')).toBeVisible();
    await desk.keyboard.press('Escape');
    await expect(plan.getByRole('row')).toHaveCount(4);
    await plan.getByLabel('Branch for case').first().selectOption('TPH');
    await expect(plan.getByRole('row').nth(1)).toContainText('→');
    await plan.getByLabel('Reason').fill('Ramai mangsa');
    // So does a look at the desk; the foot says that it waits.
    await leaveFields(desk);
    await desk.keyboard.press('b');
    await expect(plan).toBeHidden();
    await desk.getByRole('button', { name: 'Plan waiting: 3' }).click();
    await expect(plan.getByLabel('Reason')).toHaveValue('Ramai mangsa');
    await expect(plan.getByLabel('Branch for case').first()).toHaveValue('TPH');
    await plan.getByRole('button', { name: 'Move 3 cases' }).click();
    await expect(plan).toBeHidden();
    await expect.poll(async () => (await leads()).filter((lead) => lead !== null)).toHaveLength(3);
    expect(await leads()).toContain('TPH');
    await leaveFields(desk);
    await desk.keyboard.press('u');
    await expect.poll(leads).toEqual([null, null, null]);
    await desk.keyboard.press('b');
    await expect(desk.getByRole('complementary', { name: 'Case details' })).toBeVisible();
  });
});
