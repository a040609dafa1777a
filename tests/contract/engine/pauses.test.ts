import { expect, it } from 'vitest';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { loneDesk } from '#tests/support/lone-desk.ts';

const HOUR = 3_600_000;
const desk = loneDesk();

it('the ledger of pauses says who, when, why and until when, how each ended, and what it gave to which clock', async () => {
  const ago = (hours: number) => ({ happenedAt: isoMalaysia(Date.now() - hours * HOUR) });
  const publishedAt = isoMalaysia(Date.now() - 6 * HOUR);
  const report = { kind: 'report', text: 'Pekerja maut di Kluang', source: 'press', publishedAt } as const;
  const { cases } = await desk.commit(report);
  const [id = ''] = cases;
  const ledger = async () => (await desk.ask('case.get', { case: id })).pauses;
  expect(await ledger()).toEqual([]);

  await desk.commit({ kind: 'pause', cases, reason: 'police-report', text: 'laporan esok' }, ago(5));
  await desk.commit({ kind: 'resume', cases }, ago(4));
  const visit = Math.floor(Date.now() / 1_000) * 1_000 + 20 * HOUR;
  const until = isoMalaysia(visit);
  await desk.commit({ kind: 'pause', cases, reason: 'family-not-ready', until }, ago(2));

  const [open, ended, ...others] = await ledger();
  expect(others).toEqual([]);
  expect(open).toMatchObject({ reason: 'family-not-ready', to: null, plannedUntil: visit, endedBy: null, text: null });
  expect(ended).toMatchObject({ reason: 'police-report', endedBy: 'person', endedByWhom: 'Uji', text: 'laporan esok' });
  const payment = ended?.gave.find(({ key }) => key === 'kpi.first-payment');
  expect(payment).toMatchObject({ capMs: null, capped: false });
  expect(Math.round((payment?.ms ?? 0) / HOUR)).toBe(1);
  // A promise that no pause stops is given nothing.
  expect(ended?.gave.some(({ key }) => key === 'kpi.triage')).toBe(false);
});

it('a pause whose day has come ended by itself', async () => {
  const report = { kind: 'report', text: 'Pekerja maut di Kluang', source: 'hotline' } as const;
  const { cases } = await desk.commit(report, { happenedAt: isoMalaysia(Date.now() - 3 * HOUR) });
  const until = isoMalaysia(Date.now() + 1_000);
  await desk.commit({ kind: 'pause', cases, reason: 'hospital', until });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const { pauses } = await desk.ask('case.get', { case: cases[0] ?? '' });
  expect(pauses).toMatchObject([{ endedBy: 'plan', endedByWhom: null, to: Date.parse(until) }]);
});
