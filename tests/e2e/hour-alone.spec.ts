import type { Page } from '@playwright/test';
import type { ApiCase } from '#shared/contract/api/read.ts';
import { expect, test } from '#tests/support/electron-app.ts';
import { commit, rowOf } from './desk-hands.ts';
import { caseOf } from './desk-test.ts';
import { houseTest, takeSeat } from './house-test.ts';

const MINUTE = 60_000;
/** Every so many minutes of the hour each desk does its next acts. */
const STEP = 5 * MINUTE;
const STEPS = 12;
/** Of the cases, so many get two leads, and the next so many two occupations. */
const LEADS = 6;
const OCCUPATIONS = 3;
const TOWNS = ['Klang', 'Ipoh', 'Melaka', 'Kuantan', 'Alor Setar', 'Seremban'];

/** A case as a desk shows it, without what hangs on who looks and on when. */
async function shown(desk: Page, id: string): Promise<unknown> {
  const reply = await desk.evaluate((wanted) => window.prihatin.call('case.get', { case: wanted }), id);
  if (!reply.ok) throw new Error(reply.failure.code);
  const { row, timeline } = reply.value;
  return {
    lead: row.lead,
    status: row.status,
    conflicts: row.conflicts,
    number: row.number,
    unsent: row.unsent,
    events: timeline.length,
  };
}

const conflictsOf = (desk: Page) => desk.getByRole('button', { name: /^Conflicts/ }).last();
const cards = (desk: Page) => desk.getByRole('group').filter({ has: desk.locator('.conflict-half') });

houseTest(
  'an hour alone: two desks act on the same cases, one without a cable; then all agree and nothing is lost',
  async ({ launch, house }, testInfo) => {
    test.setTimeout(600_000);
    const { central, cable, wish, pass } = house;
    const found: ApiCase[] = [];
    for (let step = 0; step < STEPS; step++) {
      const news = `Seorang pekerja kilang cedera parah di ${TOWNS[step % TOWNS.length]}, laporan ${step}`;
      found.push(await caseOf(central, (await central.report(news)).incidentId));
    }
    const seat = async (url: string, username: string) => {
      const { desk } = await launch({ flags: ['--central', url], ...wish });
      const account = central.credentials.users.find((user) => user.username === username);
      if (!account) throw new Error(`the demo has no ${username}`);
      await takeSeat(house, desk, account);
      return desk;
    };
    const alone = await seat(cable.url, 'penyelaras');
    const other = await seat(central.url, 'penyelaras2');
    const supervisor = await seat(central.url, 'penyelia');
    const desks = [alone, other, supervisor];
    for (const desk of desks) await rowOf(desk, found.at(-1) as ApiCase);
    for (const desk of desks) await desk.locator('[data-desk-search]').fill('');
    const before = await central.head();
    const made: string[] = [];

    await test.step('the cable is pulled; for an hour both desks go on', async () => {
      cable.pull();
      await expect(alone.getByText(/No link|offline/i).first()).toBeVisible({ timeout: 30_000 });
      for (let step = 0; step < STEPS; step++) {
        await pass(STEP, desks);
        const cases = [found[step]?.id ?? ''];
        const [id = ''] = cases;
        made.push(await commit(other, { kind: 'note', cases, text: `Dari meja kedua, ${step}` }));
        made.push(await commit(alone, { kind: 'note', cases, text: `Dari meja tanpa kabel, ${step}` }));
        made.push(await commit(alone, { kind: 'triage', cases, priority: 'high' }));
        if (step < LEADS) {
          made.push(await commit(other, { kind: 'assign', cases, branch: 'KLU' }));
          made.push(await commit(alone, { kind: 'assign', cases, branch: 'KLG' }));
        } else if (step < LEADS + OCCUPATIONS) {
          made.push(await commit(other, { kind: 'describe-victim', case: id, occupation: 'juruelektrik', age: 41 }));
          made.push(await commit(alone, { kind: 'describe-victim', case: id, occupation: 'jurukimpal', sex: 'male' }));
        } else {
          made.push(await commit(other, { kind: 'assign', cases, branch: 'KLU' }));
          made.push(await commit(alone, { kind: 'assign', cases, branch: 'KLU' }));
        }
        const text = `Pekerja jatuh di ${TOWNS[step % TOWNS.length]}, panggilan ${step}`;
        made.push(await commit(alone, { kind: 'report', text, source: 'hotline' }));
      }
      await expect(alone.getByTestId('waiting')).toHaveText(String(4 * STEPS));
      await alone.screenshot({ path: testInfo.outputPath('1-alone-after-an-hour.png') });
      await other.screenshot({ path: testInfo.outputPath('2-the-other-desk.png') });
    });

    await test.step('plugged in again, every act is at central, once', async () => {
      cable.plug();
      for (const desk of desks) await expect(desk.getByTestId('waiting')).toHaveText('0', { timeout: 120_000 });
      const events = await central.eventsAfter(before);
      const acts = new Set(events.map(({ act }) => act));
      expect(made.filter((act) => !acts.has(act))).toEqual([]);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(made).toHaveLength(6 * STEPS);
      // Times are those of the gestures, an hour of them, and not of their arrival.
      const times = events.filter(({ act }) => made.includes(act)).map(({ happenedAt }) => Date.parse(happenedAt));
      expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual((STEPS - 1) * STEP);
    });

    await test.step('every desk shows the same conflicts, and only those', async () => {
      for (const desk of desks) await expect(conflictsOf(desk)).toContainText(String(LEADS + OCCUPATIONS));
      await conflictsOf(supervisor).click();
      await expect(supervisor.locator('[data-case]')).toHaveCount(LEADS + OCCUPATIONS);
      await supervisor.locator('[data-case]').first().click();
      await expect(cards(supervisor).first()).toBeVisible();
      await supervisor.screenshot({ path: testInfo.outputPath('3-supervisor-with-conflicts.png') });
    });

    await test.step('the supervisor settles each on the screen', async () => {
      for (let left = LEADS + OCCUPATIONS; left > 0; left--) {
        await supervisor.locator('[data-case]').first().click();
        const card = cards(supervisor).first();
        await expect(card).toBeVisible();
        await card.focus();
        await supervisor.keyboard.press(left % 2 === 0 ? '1' : '2');
        await expect(conflictsOf(supervisor)).toContainText(String(left - 1));
      }
      for (const desk of desks) await expect(conflictsOf(desk)).toContainText('0');
      for (const desk of desks) await expect(desk.getByTestId('waiting')).toHaveText('0', { timeout: 60_000 });
      await supervisor.screenshot({ path: testInfo.outputPath('4-supervisor-all-settled.png') });
    });

    await test.step('all three desks and central agree on every case', async () => {
      for (const { id } of found) {
        const [first, ...others] = await Promise.all(desks.map((desk) => shown(desk, id)));
        for (const one of others) expect(one).toEqual(first);
        const truth = await central.read<ApiCase>(`/v1/cases/${id}`);
        expect(first).toMatchObject({ lead: truth.lead, number: truth.number, conflicts: 0, unsent: 0 });
      }
      await (await rowOf(alone, found[0] as ApiCase)).click();
      await alone.screenshot({ path: testInfo.outputPath('5-alone-in-the-end.png') });
    });
  },
);
