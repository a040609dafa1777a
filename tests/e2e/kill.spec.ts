import type { Page } from '@playwright/test';
import { rowOf, signIn } from './desk-hands.ts';
import { caseOf, expect, test } from './desk-test.ts';

/** Notes one after the other, as fast as they are taken, each told to the test once the desk may call it done. */
async function burst(desk: Page, id: string): Promise<void> {
  await desk.evaluate((caseId) => {
    const tell = (window as unknown as { noted(text: string): Promise<void> }).noted;
    const write = async () => {
      for (let n = 1; ; n++) {
        const text = `nota ${n}`;
        const act = { kind: 'note' as const, cases: [caseId], text };
        const reply = await window.prihatin.call('act.commit', { commandId: crypto.randomUUID(), via: 'keys', act });
        if (reply.ok) await tell(text);
      }
    };
    void write();
  }, id);
}

test('killed in the middle of a burst, the console comes back with every act it called done, and central gets them all', async ({
  launch,
  central,
}) => {
  test.setTimeout(150_000);
  const { incidentId } = await central.report('Seorang pemandu lori maut dalam kemalangan di Temerloh malam tadi');
  const flags = ['--central', central.url];
  const first = await launch({ flags });
  await signIn(first.desk, central.account('coordinator'));
  const target = await caseOf(central, incidentId);
  await rowOf(first.desk, target);
  const before = await central.head();

  const done: string[] = [];
  await first.desk.exposeFunction('noted', (text: string) => void done.push(text));
  await burst(first.desk, target.id);
  // Central goes first, in the middle of taking them: some are sent, some are under way, some will never have left.
  await expect.poll(() => done.length, { intervals: [20] }).toBeGreaterThan(40);
  await central.kill();
  const sent = done.length;
  await expect.poll(() => done.length, { intervals: [20] }).toBeGreaterThan(sent + 40);
  const { pid } = first.app.process();
  if (pid === undefined) throw new Error('no process to kill');
  const gone = new Promise((resolve) => first.app.process().once('exit', resolve));
  process.kill(-pid, 'SIGKILL');
  await gone;

  const second = await launch({ flags, data: first.data });
  const row = await rowOf(second.desk, target);
  await row.click();
  const timeline = second.desk.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toContainText(done.at(-1) ?? '');
  const quotes = await timeline.locator('q').allInnerTexts();
  expect(done.filter((text) => !quotes.includes(text))).toEqual([]);
  expect(new Set(quotes).size).toBe(quotes.length);
  await expect(second.desk.getByTestId('waiting')).not.toHaveText('0');

  await central.again();
  await expect(second.desk.getByTestId('waiting')).toHaveText('0', { timeout: 40_000 });
  const notes = (await central.eventsAfter(before)).filter(({ type }) => type === 'case.noted');
  const texts = notes.map((event) => String(event.private?.text));
  expect(done.filter((text) => !texts.includes(text))).toEqual([]);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.toSorted()).toEqual(quotes.toSorted());
});
