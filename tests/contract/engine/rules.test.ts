import { expect, it } from 'vitest';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { policyRow } from '#shared/sync/sample-rules.ts';
import { TEST_USER } from '#tests/support/engine.ts';
import { loneDesk } from '#tests/support/lone-desk.ts';

const desk = loneDesk();

const minutesOf = async (id: string) => {
  const { clocks } = await desk.ask('case.get', { case: id });
  const clock = clocks.find(({ key }) => key === 'kpi.assignment');
  return clock === undefined ? Number.NaN : (clock.due - clock.startedAt) / 60_000;
};
const report = async () =>
  (await desk.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline' })).cases[0] ?? '';
const fresh = () => policyRow(20, { effectiveFrom: isoMalaysia(Date.now() - 3_600_000) });

it('shows what a version would change, and changes a running clock only where it is moved', async () => {
  const id = await report();
  // The version begins when it is set: a clock of the same second would be its own.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const policy = fresh();
  expect(await desk.ask('rules.preview', { policy })).toMatchObject({
    cases: 1,
    running: 1,
    earlier: 1,
    later: 0,
    moves: [{ case: id, clock: `kpi.assignment:${id}` }],
  });
  expect(await minutesOf(id)).toBe(30);
  await desk.commit({ kind: 'set-policy', policy, replaces: 'kpi.assignment@2024-01-01', reason: 'lebih cepat' });
  expect(await minutesOf(id)).toBe(30);
  expect(await minutesOf(await report())).toBe(20);
  const [set] = await desk.ask('rules.policies', {});
  expect(set).toMatchObject({ inForce: true, reason: 'lebih cepat', row: { rule: { minutes: 20 } } });
  const clock = `kpi.assignment:${id}`;
  const moves = () => desk.ask('rules.moves', { case: id, clock });
  const [offered, ...others] = await moves();
  expect(others).toEqual([]);
  expect(offered).toMatchObject({ version: set?.version, inForce: true, before: { late: false } });
  expect((offered?.before.due ?? 0) - (offered?.after.due ?? 0)).toBe(10 * 60_000);
  await desk.commit({ kind: 'move-policy', case: id, clock, policy: set?.version ?? '', reason: 'diluluskan' });
  expect(await minutesOf(id)).toBe(20);
  // Back is another version too.
  expect(await moves()).toMatchObject([{ version: 'kpi.assignment@2024-01-01' }]);
  await desk.again();
  expect(await minutesOf(id)).toBe(20);
});

it('refuses a coordinator, and what is not sound by its member', async () => {
  const bad = policyRow(20, { warnAt: [90, 50] });
  await expect(desk.commit({ kind: 'set-policy', policy: bad, replaces: null, reason: 'x' })).rejects.toThrow(
    'warn-order (act.policy.warnAt)',
  );
  await desk.again({ ...TEST_USER, role: 'coordinator' });
  await expect(desk.commit({ kind: 'set-policy', policy: fresh(), replaces: null, reason: 'x' })).rejects.toThrow(
    'rules-supervisor',
  );
  expect((await desk.ask('rules.policies', {})).every(({ reason }) => reason === null)).toBe(true);
});
