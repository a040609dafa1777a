import type { Locator, Page } from '@playwright/test';
import type { ApiCase, ApiClock, ApiIncident } from '#shared/contract/api/read.ts';
import { leaveFields, signIn } from './desk-hands.ts';
import { expect, test } from './desk-test.ts';

const NAME = 'Rosmawati binti Ujian';
const MYKAD = '870314035522';

/** Records one act through the drawer: the bar or its menu, the form, Save; waits until the timeline tells of it. */
async function record(desk: Page, act: string, fields: Record<string, string>, told: RegExp): Promise<void> {
  const bar = desk.getByRole('group', { name: 'What comes next' });
  const button = bar.getByRole('button', { name: act, exact: true });
  await expect(bar).toBeVisible();
  if ((await button.count()) > 0) await button.click();
  else {
    await bar.getByRole('button', { name: 'More', exact: true }).click();
    await desk.getByRole('menuitem', { name: act, exact: true }).click();
  }
  const form = desk.getByRole('form', { name: act });
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true });
    const choice = await field.evaluate((element) => element instanceof HTMLSelectElement);
    await (choice ? field.selectOption({ label: value }) : field.fill(value));
  }
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(timeline(desk)).toContainText(told);
}

function timeline(desk: Page): Locator {
  return desk.getByRole('region', { name: 'Timeline' });
}

test('a case is lived from the first call to the payment, closed, reopened; everyone tells the same, names stay covered', async ({
  launch,
  central,
}) => {
  test.setTimeout(150_000);
  const { desk } = await launch({ flags: ['--central', central.url] });
  await signIn(desk, central.account('coordinator'));
  const before = await central.head();
  let id = '';
  const told = { 'Told by': 'WhatsApp', 'By whom': 'Pn. Halimah' };
  const atCentral = () => central.read<ApiCase>(`/v1/cases/${id}`);

  await test.step('quick entry by keys alone becomes a located incident', async () => {
    await leaveFields(desk);
    await desk.keyboard.press('n');
    const entry = desk.getByRole('dialog');
    await expect(entry.getByLabel('What did you hear?')).toBeFocused();
    await desk.keyboard.type('Seorang buruh binaan maut jatuh dari perancah di tapak binaan di Kuala Terengganu tadi');
    await expect(entry.getByRole('region', { name: 'As understood' })).toContainText('Kuala Terengganu');
    await desk.keyboard.press('Control+Enter');
    await expect(entry).toBeHidden();
    const made = desk.locator('[data-case][aria-selected="true"]');
    await expect(made).toContainText('Kuala Terengganu');
    id = (await made.getAttribute('data-case')) ?? '';
    await expect
      .poll(async () => (await central.eventsAfter(before)).some(({ subject }) => subject.id === id))
      .toBe(true);
    const incident = await central.read<ApiIncident>(`/v1/incidents/${(await atCentral()).incident}`);
    expect(incident).toMatchObject({
      kind: 'fall',
      place: { state: 'Terengganu' },
      cases: [{ id, severity: 'death' }],
    });
  });

  await test.step('queue and map are narrowed to a value by key, and let go by key', async () => {
    await leaveFields(desk);
    const others = desk.locator('[data-case]').filter({ hasNotText: 'Terengganu' });
    await expect(others).not.toHaveCount(0);
    const marks = await desk.locator('button[data-x]').count();
    await desk.keyboard.press('f');
    await desk.keyboard.type('terengg');
    const value = desk.getByRole('dialog', { name: 'Filter the queue' }).getByRole('option', { name: /^Terengganu/ });
    await expect(value).toHaveAttribute('aria-selected', 'false');
    await desk.keyboard.press('Enter');
    await expect(value).toHaveAttribute('aria-selected', 'true');
    await desk.keyboard.press('Escape');
    await expect(others).toHaveCount(0);
    await expect.poll(() => desk.locator('button[data-x]').count()).toBeLessThan(marks);
    const chip = desk.getByRole('button', { name: 'State: Terengganu' });
    await chip.focus();
    await desk.keyboard.press('Delete');
    await expect(chip).toHaveCount(0);
    await expect(others).not.toHaveCount(0);
  });

  await test.step('a command says what its act would do to the clocks, and does nothing before Enter', async () => {
    await leaveFields(desk);
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type('triage this urgent');
    const dialog = desk.getByRole('dialog');
    await expect(dialog.getByRole('region', { name: 'If done now' })).toContainText('Case triage: ends');
    await desk.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect((await atCentral()).status).toBe('unassigned');
  });

  await test.step('triage, then the suggested branch', async () => {
    await record(desk, 'Triage', { Priority: 'High', Confirmation: 'Confirmed' }, /Triaged/);
    await leaveFields(desk);
    await desk.keyboard.press('a');
    const dialog = desk.getByRole('dialog');
    await expect(dialog.getByRole('option', { selected: true })).toContainText('suggested');
    await desk.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(timeline(desk)).toContainText('Assigned to');
    await expect.poll(async () => (await atCentral()).status).toBe('assigned');
  });

  await test.step('what the squad did, recorded for it: how told, by whom, when', async () => {
    const when = { 'When it happened': '0 min' };
    await record(desk, 'Acknowledge case', { ...told, ...when }, /Acknowledged by the branch/);
    await record(desk, 'First action', { 'What was done': 'Visit to the family', ...told }, /First action: Visit/);
    await record(desk, 'Contact the family', told, /Family contacted/);
    await record(desk, 'Documents complete', { Benefit: 'Funeral benefit', ...told }, /Documents complete: Funeral/);
    const paid = { Benefit: 'Funeral benefit', Amount: 'RM3,000', Payee: 'Suami', ...told };
    await record(desk, 'Payment', paid, /Funeral benefit paid, RM3,000/);
    await expect.poll(async () => (await atCentral()).status).toBe('paid');
  });

  await test.step('the first-payment clock is met, at the desk and at central', async () => {
    const { clocks } = await central.read<{ clocks: ApiClock[] }>(`/v1/cases/${id}/clocks?lang=en`);
    const state = Object.fromEntries(clocks.map(({ key, state }) => [key, state]));
    expect(state).toMatchObject({ 'kpi.first-payment': 'met', 'kpi.triage': 'met', 'kpi.acknowledgement': 'met' });
    await desk.getByRole('button', { name: /done on time/ }).click();
    const line = desk.getByRole('button', { name: /First payment in 1–7 days/ });
    await expect(line).toContainText('Done');
  });

  await test.step('the words change language as they stand, and back', async () => {
    await leaveFields(desk);
    await desk.keyboard.press('l');
    await expect(desk.getByRole('region', { name: 'Garis masa' })).toContainText(/RM3,000/);
    await expect(desk.locator('html')).toHaveAttribute('lang', 'ms');
    await desk.keyboard.press('l');
    await expect(timeline(desk)).toContainText('Family contacted');
    await expect(desk.locator('html')).toHaveAttribute('lang', 'en');
  });

  await test.step('names are covered until opened for a reason, which is on record', async () => {
    const described = { Name: NAME, 'MyKad or passport no.': MYKAD, Age: '39' };
    await record(desk, 'Victim’s details', described, /Victim’s details updated/);
    const people = desk.getByRole('region', { name: 'People' });
    await expect(people).toContainText('R•••••');
    const shown = () => desk.evaluate(() => document.body.innerText + document.body.innerHTML);
    expect(await shown()).not.toContain('Rosmawati');
    expect(await shown()).not.toMatch(/870314-?03-?5522/);
    await people.getByRole('button', { name: /Show names/ }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Show names' }).click();
    await expect(dialog).toContainText('Give a reason first');
    await dialog.getByLabel('Reason').fill('Checking the payee with the family');
    await desk.keyboard.press('Enter');
    await expect(people).toContainText(NAME);
    await expect(timeline(desk)).toContainText('Personal details shown');
    await expect(timeline(desk)).toContainText('Checking the payee with the family');
  });

  await test.step('closed, reopened, a note', async () => {
    await record(desk, 'Close', { Outcome: 'Benefit paid' }, /Case closed: Benefit paid/);
    await expect.poll(async () => (await atCentral()).status).toBe('closed');
    await record(desk, 'Reopen', { Reason: 'The pension is still to come' }, /Case reopened/);
    await expect.poll(async () => (await atCentral()).status).not.toBe('closed');
    await desk.getByRole('textbox', { name: /^Note/ }).fill('Please call the employer on Monday');
    await desk.keyboard.press('Enter');
    await expect(timeline(desk)).toContainText('Please call the employer on Monday');
  });

  await test.step('central holds every step, once, in order', async () => {
    await expect(desk.getByTestId('waiting')).toHaveText('0');
    const mine = (await central.eventsAfter(before)).filter(({ subject }) => subject.id === id);
    expect(mine.map(({ type }) => type).filter((type) => type !== 'case.numbered')).toEqual([
      'case.opened',
      'case.triaged',
      'case.assigned',
      'case.acknowledged',
      'case.action-taken',
      'case.family-contacted',
      'case.documents-completed',
      'case.payment-made',
      'case.victim-described',
      'case.personal-opened',
      'case.closed',
      'case.reopened',
      'case.noted',
    ]);
    const lead = (await atCentral()).lead;
    const byType = new Map(mine.map((event) => [event.type, event]));
    expect(byType.get('case.acknowledged')).toMatchObject({
      payload: { told: { how: 'whatsapp', onBehalfOf: lead } },
      private: { toldBy: 'Pn. Halimah' },
    });
    const told = byType.get('case.acknowledged');
    expect(Date.parse(told?.happenedAt ?? ''), 'when it happened, not when it was sent').toBeLessThanOrEqual(
      Date.parse(told?.recordedAt ?? ''),
    );
    expect(byType.get('case.payment-made')?.payload).toMatchObject({ benefit: 'funeral', amountSen: 300_000 });
    expect(byType.get('case.personal-opened')?.private).toEqual({ reason: 'Checking the payee with the family' });
    expect(JSON.stringify(await atCentral())).not.toMatch(/Rosmawati|5522/);
  });
});
