import { afterEach, expect, it } from 'vitest';
import { hashEvent } from '#central/store/event-hash.ts';
import { type EventRow, selectEvents, toEvent } from '#central/store/event-rows.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import type { TestCentral } from '#tests/support/central.ts';
import { logIn, post } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';
import { startEngine, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';

const open: { desk: TestEngine; remove(): Promise<void> }[] = [];
async function stopAll(): Promise<void> {
  for (const { desk, remove } of open.splice(0)) {
    await desk.stop();
    await remove();
  }
}
afterEach(stopAll);

async function consoleOf(central: TestCentral): Promise<TestEngine> {
  const { folder, remove } = await temporaryFolder();
  const desk = await startEngine(folder, { central });
  open.push({ desk, remove });
  await desk.until('link.watch', {}, (status) => status.link === 'live', 30_000);
  return desk;
}

const settled = (desk: TestEngine) =>
  desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
const drawn = (desk: TestEngine, id: string, wanted: (detail: CaseDetail) => boolean) =>
  desk.until('case.watch', { case: id }, wanted, 30_000);
const openNames = (desk: TestEngine, id: string) => desk.commit({ kind: 'open-personal', case: id, reason: 'semakan' });

onEachDatabase('erasing a case', (start) => {
  it('S-26: makes names unreadable at central and every console; facts, clocks and hashes stand, folds are equal', async () => {
    const central = await start();
    const [one, two] = [await consoleOf(central), await consoleOf(central)];
    const made = await one.commit({ kind: 'report', text: 'Encik Wafiyuddinmark maut di Klang', source: 'hotline' });
    const [id = ''] = made.cases;
    await one.commit({ kind: 'describe-victim', case: id, name: 'Wafiyuddinmark', sex: 'male', age: 41 });
    await one.commit({ kind: 'assign', cases: [id], branch: 'KLG' });
    await settled(one);
    await drawn(two, id, (detail) => detail.row.lead === 'KLG');
    // The second console seals a note of its own under the same case.
    await two.commit({ kind: 'note', cases: [id], text: 'Notatandaan' });
    await openNames(two, id);
    await settled(two);
    const before = await two.ask('case.get', { case: id });
    expect(JSON.stringify(before)).toContain('Wafiyuddinmark');
    const clocksBefore = before.clocks.map(({ key, due, startedAt }) => ({ key, due, startedAt }));

    const { accessToken } = await logIn(central);
    const auth = { authorization: `Bearer ${accessToken}` };
    const wrong = await post<{ code: string }>(`${central.url}/v1/cases/${id}/erase`, { reason: '' }, auth);
    expect(wrong.status).toBe(400);
    const coordinator = await logIn(central, 'penyelaras');
    const barred = await post(
      `${central.url}/v1/cases/${id}/erase`,
      { reason: 'tamat tempoh simpanan' },
      {
        authorization: `Bearer ${coordinator.accessToken}`,
      },
    );
    expect(barred.status).toBe(403);
    const body = { reason: 'tamat tempoh simpanan', reports: true };
    const erased = await post<{ keys: number; seq: number }>(`${central.url}/v1/cases/${id}/erase`, body, auth);
    expect(erased.status).toBe(200);
    expect(erased.body.keys).toBeGreaterThanOrEqual(2);

    for (const desk of [one, two]) {
      const detail = await drawn(desk, id, ({ timeline }) => timeline.some(({ type }) => type === 'case.erased'));
      const shown = JSON.stringify(detail);
      expect(shown).not.toContain('Wafiyuddinmark');
      expect(shown).not.toContain('Notatandaan');
      expect(detail.people.find(({ role }) => role === 'victim')).toMatchObject({
        lost: 'erased',
        name: null,
        sex: 'male',
        age: 41,
      });
      expect(detail.reports.map(({ lost, text }) => [lost, text])).toEqual([['erased', '']]);
      expect(detail.clocks.map(({ key, due, startedAt }) => ({ key, due, startedAt }))).toEqual(clocksBefore);
      // Why it was erased can be read: it was sealed under a key made after.
      expect(detail.timeline.find(({ type }) => type === 'case.erased')).toMatchObject({
        lost: null,
        note: body.reason,
      });
    }

    const { database } = central.central.parts;
    const keys: { wrapped: string | null }[] = await database.reader('subject_key').where({ subject_id: id });
    expect(keys.filter(({ wrapped }) => wrapped !== null)).toHaveLength(1);
    const rows: EventRow[] = await selectEvents(database.reader).orderBy('event.seq');
    for (const row of rows) expect(hashEvent(toEvent(row))).toBe(row.hash);
    const stored: { state: string; victim_known: number } | undefined = await database
      .reader('case_row')
      .where({ id })
      .first();
    expect(stored?.victim_known).toBe(0);
    const pulled = await Promise.all(
      [one, two].map((desk) => desk.until('rows.watch', {}, (message) => message.kind === 'picture')),
    );
    const [first, second] = pulled.map((picture) =>
      picture.kind === 'picture' ? canonicalJson(picture.rows.map((row) => ({ ...row, unsent: 0 }))) : '',
    );
    expect(first).toBe(second);

    // A third console fills after the erasure: it gets no key to what was erased.
    const late = await consoleOf(central);
    await drawn(late, id, ({ people }) => people.some(({ lost }) => lost === 'erased'));
    await openNames(late, id);
    expect(JSON.stringify(await late.ask('case.get', { case: id }))).not.toContain('Wafiyuddinmark');

    const again = await post<{ keys: number; seq: number | null }>(
      `${central.url}/v1/cases/${id}/erase`,
      { reason: 'lagi', reports: true },
      auth,
    );
    // Only what was said since: the reason of the erasure and what the third console said it opened the names for.
    expect(again.body.keys).toBeGreaterThan(0);
    await stopAll();
  }, 120_000);
});
