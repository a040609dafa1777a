import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHouse, settled, type TestHouse } from '#tests/support/live-desk.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.end());

it('S-31: finds nothing of cases that whoever sits here now may not see, though an earlier person searched them', async () => {
  const desk = await house.console({ central: house.central });
  const find = async () => {
    await expect.poll(async () => (await desk.ask('search.find', { words: 'zulkifli', limit: 20 })).left).toBe(0);
    return (await desk.ask('search.find', { words: 'zulkifli', limit: 20 })).hits.map((hit) => hit.case);
  };
  await settled(desk);
  const [id = ''] = (await desk.commit({ kind: 'report', text: 'Kren tumbang', source: 'hotline', victims: 1 })).cases;
  await desk.commit({ kind: 'describe-victim', case: id, name: 'Zulkifli bin Hamzah' });
  await desk.commit({ kind: 'assign', cases: [id], branch: 'KTN' });
  await settled(desk);
  expect(await find()).toEqual([id]);

  expect(await desk.ask('session.sit-as', { username: 'squad.klu' })).toMatchObject({ user: { role: 'branch' } });
  await expect
    .poll(() => desk.ask('case.get', { case: id }).then(() => 'here', String), { timeout: 30_000 })
    .toContain('not-found');
  await settled(desk);
  expect(await find()).toEqual([]);
  // Whoever was sat down stays, whatever the sync does.
  expect((await desk.ask('session.get', {})).user).toMatchObject({ role: 'branch', scope: { branch: 'KLU' } });
});
