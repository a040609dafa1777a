import { expect, it } from 'vitest';
import type { Act } from '#shared/contract/acts.ts';
import { isoMalaysia, startOfDayMalaysia } from '#shared/kit/malaysia-time.ts';
import { TEST_USER } from '#tests/support/engine.ts';
import { loneDesk } from '#tests/support/lone-desk.ts';

const HOUR = 3_600_000;
const KLU = { kind: 'branch', branch: 'KLU' } as const;
const desk = loneDesk();

type Duty = Extract<Act, { kind: 'set-rota' }>['duties'][number];
const duty = (from: number, to: number, said: Partial<Duty> = {}): Duty => ({
  area: KLU,
  level: 'squad',
  from: isoMalaysia(from),
  to: isoMalaysia(to),
  name: 'A. Petugas',
  ...said,
});
const put = (...duties: Duty[]) => desk.commit({ kind: 'set-rota', duties });
const week = (area: Parameters<typeof desk.ask<'rules.rota'>>[1]['area'] = KLU) =>
  desk.ask('rules.rota', { area, at: Date.now() });
const night = async () => (await desk.ask('rules.night', {})).gaps.filter(({ branch }) => branch === 'KLU');
const soon = () => Math.ceil(Date.now() / HOUR) * HOUR;

it('a night nobody covers is a gap before it begins, until somebody of the office, its state or headquarters does', async () => {
  expect(await night()).toHaveLength(1);
  const [first] = await night();
  const over = [(first?.from ?? 0) - HOUR, (first?.to ?? 0) + HOUR] as const;
  for (const area of [KLU, { kind: 'state', state: 'Johor' }, { kind: 'hq' }] as const) {
    await put(duty(...over, { area }));
    expect(await night()).toEqual([]);
    const own = (await week()).levels.find(({ level }) => level === 'squad')?.duties ?? [];
    expect(own).toMatchObject([{ area, name: 'A. Petugas' }]);
    await desk.commit({ kind: 'set-rota', duties: [], withdraw: own.map(({ id }) => id) });
  }
  expect(await night()).toHaveLength(1);
  // Of another state, or of a level that is called later, is not enough.
  await put(duty(...over, { area: { kind: 'state', state: 'Perlis' } }), duty(...over, { level: 'head' }));
  expect(await night()).toHaveLength(1);
});

it('a week has seven days with their hours and why they are off, and the levels of its area', async () => {
  const view = await week();
  expect(view.days).toHaveLength(7);
  expect(view.days[0]?.start).toBe(view.from - 8 * HOUR);
  expect(view.days.map(({ off }) => off?.why ?? null).slice(5)).toEqual(['rest', 'rest']);
  expect(view.days.every(({ off, hours }) => (off === null) === (hours !== null))).toBe(true);
  expect(view.levels.map(({ level }) => level)).toEqual(['squad', 'head']);
  expect((await week({ kind: 'state', state: 'Johor' })).levels.map(({ level }) => level)).toEqual(['state']);
  expect((await week({ kind: 'hq' })).levels.map(({ level }) => level)).toEqual(['hq']);
  for (const { gaps } of view.levels)
    for (const { from, to } of gaps) expect(from >= startOfDayMalaysia(Date.now()) && to > from).toBe(true);
});

it('two people change places in one act: each keeps the other’s span, with their telephone', async () => {
  const at = soon();
  await put(
    duty(at, at + HOUR, { name: 'Aminah', phone: '012-1' }),
    duty(at + 2 * HOUR, at + 3 * HOUR, { name: 'Bala', phone: '012-2', email: 'b@x.my' }),
  );
  const squad = async () =>
    (await desk.ask('rules.rota', { area: KLU, at })).levels.find(({ level }) => level === 'squad')?.duties ?? [];
  const [a, b] = await squad();
  if (a === undefined || b === undefined) throw new Error('no duties');
  const swapped = [
    duty(a.from, a.to, { id: a.id, name: b.name, phone: '012-2', email: 'b@x.my' }),
    duty(b.from, b.to, { id: b.id, name: a.name, phone: '012-1' }),
  ];
  await desk.commit({ kind: 'set-rota', duties: swapped, reason: 'tukar' });
  expect((await squad()).sort((x, y) => x.from - y.from)).toMatchObject([
    { id: a.id, from: a.from, name: 'Bala', phone: '012-2', email: 'b@x.my' },
    { id: b.id, from: b.from, name: 'Aminah', phone: '012-1', email: null },
  ]);
});

it('a squad sees its own night, a state its offices, and only a supervisor of the place changes it', async () => {
  const offices = async () => (await desk.ask('rules.night', {})).offices;
  const all = await offices();
  await put(duty(Date.now(), Date.now() + HOUR, { name: 'Aminah', phone: '012-3412345', email: 'a@x.my' }));
  await desk.again({ ...TEST_USER, scope: { kind: 'state', state: 'Johor' } });
  const johor = await offices();
  expect(johor > 1 && johor < all).toBe(true);
  expect((await week()).mayEdit).toBe(true);
  expect((await week({ kind: 'hq' })).mayEdit).toBe(false);
  await desk.again({ ...TEST_USER, role: 'branch', scope: KLU });
  expect(await offices()).toBe(1);
  const read = await week();
  expect(read.mayEdit).toBe(false);
  const shown = read.levels.flatMap(({ duties }) => duties);
  expect(shown).toMatchObject([{ name: 'Aminah', phone: '•••-•••••45', email: null, mayEdit: false }]);
});

it('without a seat at central says so, and names whom to phone about each late case; nobody on duty is said too', async () => {
  await expect(desk.ask('rules.notices', { list: 'undelivered' })).rejects.toThrow('not-signed-in');
  const { cases } = await desk.commit(
    { kind: 'report', text: 'Pekerja maut di Kluang', source: 'hotline' },
    { happenedAt: isoMalaysia(Date.now() - HOUR) },
  );
  await desk.commit({ kind: 'assign', cases, branch: 'KLU' }, { happenedAt: isoMalaysia(Date.now() - 50 * 60_000) });
  const list = () => desk.ask('rules.phone-list', {});
  expect((await list()).items.map(({ phone }) => phone)).toEqual([null]);
  const around = [Date.now() - HOUR, Date.now() + HOUR] as const;
  await put(
    duty(...around, { area: { kind: 'state', state: 'Johor' }, level: 'state', name: 'Tanpa telefon' }),
    duty(...around, { area: { kind: 'hq' }, level: 'hq', name: 'Ibu Pejabat', phone: '03-1' }),
  );
  expect((await list()).items).toMatchObject([
    { branch: 'KLU', passed: ['state'], phone: { level: 'hq', name: 'Ibu Pejabat', phone: '•••-•••••31' } },
  ]);
});

it('names the state office about a late case that no branch has, by where it happened', async () => {
  const publishedAt = isoMalaysia(Date.now() - 7 * 24 * HOUR - 60_000);
  await desk.commit({ kind: 'report', text: 'Pekerja maut di Kluang', source: 'hotline', publishedAt });
  const area = { kind: 'state', state: 'Johor' } as const;
  await put(duty(Date.now() - HOUR, Date.now() + HOUR, { area, level: 'state', name: 'Johor', phone: '07-1' }));
  const [late] = (await desk.ask('rules.phone-list', {})).items;
  expect(late).toMatchObject({ branch: null, level: 'state', passed: [], phone: { level: 'state', name: 'Johor' } });
});
