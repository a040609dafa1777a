import { expect, it } from 'vitest';
import type { Act } from '#shared/contract/acts.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { TEST_USER } from '#tests/support/engine.ts';
import { loneDesk } from '#tests/support/lone-desk.ts';

type Duty = Extract<Act, { kind: 'set-rota' }>['duties'][number];

const HOUR = 3_600_000;
const desk = loneDesk();

const duty = (level: Duty['level'], area: Duty['area'], name: string, phone?: string): Duty => ({
  area,
  level,
  from: isoMalaysia(Date.now() - HOUR),
  to: isoMalaysia(Date.now() + HOUR),
  name,
  ...(phone === undefined ? {} : { phone }),
});
const ipoh = { kind: 'branch', branch: 'IPH' } as const;
const report = async () => {
  const said = { text: 'Penunggang motosikal maut di Ipoh', source: 'hotline' } as const;
  const { cases } = await desk.commit({ kind: 'report', ...said });
  await desk.commit({ kind: 'describe-victim', case: cases[0] ?? '', name: 'Zulkarnain' });
  return cases[0] ?? '';
};
const whom = async (id: string) => (await desk.ask('alarms.whom', { cases: [id] }))[0];

it('P-27: says whom to phone by this console’s rota, the next in the chain where nobody is on duty, and that nobody is', async () => {
  const id = await report();
  await desk.commit({ kind: 'assign', cases: [id], branch: 'IPH' });
  expect(await whom(id)).toMatchObject({ level: 'squad', passed: ['squad', 'head', 'state', 'hq'], called: null });
  await desk.commit({ kind: 'set-rota', duties: [duty('state', { kind: 'state', state: 'Perak' }, 'Puan Negeri')] });
  expect(await whom(id)).toMatchObject({
    passed: ['squad', 'head'],
    called: { level: 'state', name: 'Puan Negeri', phone: null },
  });
  await desk.commit({ kind: 'set-rota', duties: [duty('squad', ipoh, 'Encik Skuad', '012-3456789')] });
  const squad = await whom(id);
  expect(squad).toMatchObject({ passed: [], called: { level: 'squad', name: 'Encik Skuad' } });
  expect(squad?.called?.phone).toBe('•••-•••••89');
});

it('P-27: opens a number for a reason that stands in the record of the case, and opens no name with it', async () => {
  const id = await report();
  await desk.commit({ kind: 'assign', cases: [id], branch: 'IPH' });
  await desk.commit({ kind: 'set-rota', duties: [duty('squad', ipoh, 'Encik Skuad', '012-3456789')] });
  const called = (await whom(id))?.called;
  const asked = { case: id, duty: called?.duty ?? '' };
  await expect(desk.ask('alarms.phone', { ...asked, reason: ' ' })).rejects.toThrow('bad-input');
  await expect(desk.ask('alarms.phone', { ...asked, duty: id, reason: 'x' })).rejects.toThrow('not-found');
  expect(await desk.ask('alarms.phone', { ...asked, reason: 'pusat tidak menjawab' })).toEqual({
    phone: '012-3456789',
  });
  const { timeline, people } = await desk.ask('case.get', { case: id });
  const opened = timeline.filter(({ type }) => type === 'case.personal-opened');
  expect(opened).toHaveLength(1);
  expect(JSON.stringify(opened)).toContain('pusat tidak menjawab');
  expect(people[0]).toMatchObject({ open: false, name: 'Z•••••' });
  expect((await whom(id))?.called?.phone).toBe('•••-•••••89');
});

it('says what an act would do to clocks, and does nothing', async () => {
  const id = await report();
  const ask = (supposed: Parameters<typeof desk.ask<'what-if.get'>>[1]['supposed']) =>
    desk.ask('what-if.get', { cases: [id], supposed });
  const before = await desk.ask('case.get', { case: id });
  const [view] = await ask({ kind: 'assign', branch: 'IPH' });
  const words = Object.fromEntries((view?.changes ?? []).map(({ key, words: said }) => [key, said.key]));
  expect(words).toMatchObject({
    'kpi.triage': 'clock.what-if.ends',
    'kpi.assignment': 'clock.what-if.ends',
    'kpi.acknowledgement': 'clock.what-if.begins',
  });
  const [paused] = await ask({ kind: 'pause', reason: 'family-not-ready', plannedUntil: Date.now() + 48 * HOUR });
  expect(paused?.changes.some(({ before: was, after }) => was !== null && after !== null && after > was)).toBe(true);
  const after = await desk.ask('case.get', { case: id });
  expect(after.timeline).toEqual(before.timeline);
  await desk.commit({ kind: 'assign', cases: [id], branch: 'IPH' });
  expect((await ask({ kind: 'assign', branch: 'IPH' }))[0]?.changes).toEqual([]);
});

it('says of a benefit with several payees whose clock would do what, their names masked', async () => {
  const id = await report();
  await desk.commit({ kind: 'assign', cases: [id], branch: 'IPH' });
  const payees = [crypto.randomUUID(), crypto.randomUUID()];
  for (const [at, relation] of (['spouse', 'son'] as const).entries()) {
    const payeeId = payees[at] ?? '';
    await desk.commit({
      kind: 'name-payee',
      case: id,
      payeeId,
      relation,
      ...(at === 0 ? { name: 'Rohana Idris' } : {}),
    });
    await desk.commit({ kind: 'complete-documents', cases: [id], benefit: 'dependants', payeeId });
  }
  const [view] = await desk.ask('what-if.get', { cases: [id], supposed: { kind: 'assign', branch: 'KBR' } });
  const told = view?.changes.filter(({ key }) => key === 'charter.dependants').map(({ payee }) => payee);
  expect(told).toEqual([
    { relation: 'spouse', name: 'R••••• I•••••' },
    { relation: 'son', name: null },
  ]);
  expect(view?.changes.find(({ key }) => key === 'kpi.acknowledgement')?.payee).toBeNull();
});

it('tells supervisors alone how many alarms there were', async () => {
  expect(await desk.ask('alarms.report', {})).toMatchObject({ standing: 0, promises: [] });
  await desk.again({ ...TEST_USER, role: 'coordinator' });
  await expect(desk.ask('alarms.report', {})).rejects.toThrow('not-allowed');
});

it('tells walls what nobody acknowledged, and that the room hears nothing', async () => {
  const told: { unheard: number; silent: boolean }[] = [];
  desk.window('wall').watch('wall.watch', {}, ({ alarms }) => void told.push(alarms));
  await expect.poll(() => told.at(-1)).toMatchObject({ unheard: 0, oldest: null, trouble: false, silent: false });
  const silent = async (is: boolean) => {
    await expect.poll(() => told.at(-1)?.silent, { timeout: 3_000 }).toBe(is);
  };
  const hears = (sound: boolean) => desk.window('desk').watch('alarms.room', { sound }, () => {});
  const deaf = hears(false);
  await silent(true);
  // One window that sounds is enough for a room, as long as it is open.
  const loud = hears(true);
  await silent(false);
  loud();
  await silent(true);
  deaf();
  await silent(false);
});
