import type { Page } from '@playwright/test';
import { commit, leaveFields, rowOf, signIn } from './desk-hands.ts';
import { caseOf, expect, test } from './desk-test.ts';

const STATES = 'PLS KDH PNG PRK SGR KUL PJY NSN MLK JHR PHG TRG KTN SBH SWK LBN'.split(' ');

/** A working day to come that, were it a holiday everywhere, would move a clock of some case: the day and the case. */
function dayThatMoves(desk: Page): Promise<{ day: string; number: string; key: string } | null> {
  return desk.evaluate(async (states) => {
    const bridge = (window as unknown as { prihatin: { call(name: string, input: unknown): Promise<unknown> } })
      .prihatin;
    for (let ahead = 1; ahead < 12; ahead++) {
      const day = new Date(Date.now() + (ahead * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
      const entry = { kind: 'off', day, states, branches: [], name: { t: 'text', v: 'x' }, status: 'gazetted' };
      const entries = [{ entry: { ...entry, source: 'x', substitute: false } }];
      const reply = (await bridge.call('rules.preview-calendar', { entries })) as {
        value: { first: { number: string; key: string }[] };
      };
      const [first] = reply.value.first;
      if (first) return { day, number: first.number, key: first.key };
    }
    return null;
  }, STATES);
}

test('an imported holiday shows what it moves, moves it and stands in the sum; two duties change places; a gap is filled', async ({
  launch,
  central,
}) => {
  test.setTimeout(120_000);
  const { desk } = await launch({ flags: ['--central', central.url] });
  await signIn(desk, central.account('supervisor'));
  const night = desk.locator('.night-gaps');
  await expect(night).toContainText(/nobody on duty\s*1/i);

  // A charter clock that runs whatever the hour: documents complete this minute, three working days to go.
  const { incidentId } = await central.report('Seorang pekerja maut dihempap batu di kuari di Ipoh sebentar tadi');
  const found = await caseOf(central, incidentId);
  await rowOf(desk, found);
  await commit(desk, { kind: 'assign', cases: [found.id], branch: 'IPH' });
  await commit(desk, { kind: 'complete-documents', cases: [found.id], benefit: 'funeral', told: { how: 'phone' } });
  await desk.locator('[data-desk-search]').fill('');

  // A holiday from a pasted file, one line of it not readable.
  await expect.poll(() => dayThatMoves(desk), { timeout: 20_000 }).not.toBeNull();
  const { day, number } = (await dayThatMoves(desk)) ?? { day: '', number: '' };
  await leaveFields(desk);
  await desk.keyboard.press('r');
  const panel = desk.getByRole('dialog', { name: 'Promises and their times' });
  await panel.getByRole('button', { name: 'Calendar' }).click();
  await panel.getByRole('button', { name: 'Import a file' }).click();
  await panel
    .getByLabel('Or paste its text here')
    .fill(`date,name,states,status\n${day},Hari Ujian Negara,all,gazetted\n2027-02-30,Tiada,all,gazetted`);
  await panel.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('Line 3');
  await expect(panel.getByRole('row', { name: /Hari Ujian Negara/ })).toContainText('new');
  await panel.getByRole('button', { name: 'See what 1 holiday would change' }).click();
  await expect(panel.getByRole('row', { name: new RegExp(number) }).first()).toBeVisible();
  await panel.getByLabel('Reason').fill('Warta P.U.(B) 1');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Saved. Due times follow the new calendar.')).toBeVisible();

  // A night nobody had, filled from the keyboard; the new holiday has left a day without anybody too.
  await panel.getByRole('button', { name: 'Rota', exact: true }).click();
  const gaps = panel.locator('.rota-item.gap');
  await gaps.first().focus();
  const open = await gaps.count();
  await desk.keyboard.press('Enter');
  await panel.getByLabel('Who is on duty').fill('Zul Hisham (ujian)');
  await desk.keyboard.press('Enter');
  await expect(panel.locator('.rota-item.bar', { hasText: 'Zul Hisham' })).toHaveCount(1);
  await expect(gaps).toHaveCount(open - 1);

  // The same person changes places with another, in one act.
  const mine = panel.locator('.rota-item.bar:not([data-wider])', { hasText: 'Zul Hisham' });
  const other = panel
    .locator('.rota-item.bar:not([data-wider]):not([data-before])')
    .filter({ hasNotText: 'Zul Hisham' });
  const [id, otherId] = [await mine.getAttribute('data-duty'), await other.last().getAttribute('data-duty')];
  await mine.focus();
  await desk.keyboard.press('t');
  await other.last().click();
  await panel.getByRole('button', { name: 'Swap both' }).click();
  await expect(panel.locator(`[data-duty="${otherId}"]`).first()).toContainText('Zul Hisham');
  await expect(panel.locator(`[data-duty="${id}"]`).first()).not.toContainText('Zul Hisham');

  // Taken off by a key, which says so; put back as it was.
  const zul = panel.locator('.rota-item.bar', { hasText: 'Zul Hisham' });
  await zul.first().focus();
  await desk.keyboard.press('Delete');
  await expect(zul).toHaveCount(0);
  await panel.getByRole('button', { name: 'Put back' }).click();
  await expect(zul).not.toHaveCount(0);
  await desk.keyboard.press('Escape');
  await expect(night).toHaveCount(0);

  // The sum of the clock names the day.
  await desk.locator('[data-desk-search]').fill(number);
  await desk.locator('[data-case]').first().click();
  const clocks = desk.getByRole('region', { name: 'Clocks' });
  await clocks.locator('.clock-row', { hasText: 'Client charter' }).first().click();
  await expect(clocks).toContainText('Hari Ujian Negara');
});
