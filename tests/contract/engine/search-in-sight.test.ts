import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCentral } from '#tests/support/central.ts';
import { startEngine, temporaryFolder } from '#tests/support/engine.ts';

it('S-31: finds nothing of cases that whoever sits here now may not see, though an earlier person searched them', async () => {
  const data = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  const central = await startCentral({ dataFolder: data });
  const { folder, remove } = await temporaryFolder();
  const desk = await startEngine(folder, { central });
  const settled = () =>
    desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
  const find = async () => {
    await expect.poll(async () => (await desk.ask('search.find', { words: 'zulkifli', limit: 20 })).left).toBe(0);
    return (await desk.ask('search.find', { words: 'zulkifli', limit: 20 })).hits.map((hit) => hit.case);
  };
  await settled();
  const [id = ''] = (await desk.commit({ kind: 'report', text: 'Kren tumbang', source: 'hotline', victims: 1 })).cases;
  await desk.commit({ kind: 'describe-victim', case: id, name: 'Zulkifli bin Hamzah' });
  await desk.commit({ kind: 'assign', cases: [id], branch: 'KTN' });
  await settled();
  expect(await find()).toEqual([id]);

  expect(await desk.ask('session.sit-as', { username: 'squad.klu' })).toMatchObject({ user: { role: 'branch' } });
  await expect
    .poll(() => desk.ask('case.get', { case: id }).then(() => 'here', String), { timeout: 30_000 })
    .toContain('not-found');
  await settled();
  expect(await find()).toEqual([]);
  // Whoever was sat down stays, whatever the sync does.
  expect((await desk.ask('session.get', {})).user).toMatchObject({ role: 'branch', scope: { branch: 'KLU' } });

  await desk.stop();
  await remove();
  await central.stop();
  rmSync(data, { recursive: true, force: true });
});
