import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { eventsOfSubjects, insertEvents } from '#engine/store/event-rows.ts';
import { openStore } from '#engine/store/open-store.ts';
import { refold } from '#engine/store/refold.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { startEngine, TEST_USER, temporaryFolder } from '#tests/support/engine.ts';

it('S-17: keeps an event of a newer version untouched, shows its case and lets nobody change it', async () => {
  const place = await temporaryFolder();
  let desk = await startEngine(place.folder, { user: TEST_USER });
  const made = await desk.commit({ kind: 'report', text: 'Pekerja cedera di Klang', source: 'hotline' });
  await desk.stop();
  const [id = ''] = made.cases;
  const store = await openStore(place.folder, () => '', SILENT_LOG);
  const [model] = await eventsOfSubjects(store.reader, [id]);
  const { private: _, ...rest } = model ?? ({} as never);
  const newer = {
    ...rest,
    id: randomUUID(),
    act: randomUUID(),
    type: 'case.blessed',
    v: 9,
    payload: { z: 1, a: [0, false, ''] },
    device: 'other',
    n: 1,
    seq: 9,
    recordedAt: rest.happenedAt,
  };
  await store.queue.write(async (db) => {
    await insertEvents(db, [newer], 0);
    await refold(db, [id], { policies: defaultPolicies, now: Date.now() });
  });
  expect((await eventsOfSubjects(store.reader, [id])).find((event) => event.id === newer.id)).toEqual(newer);
  await store.close();

  desk = await startEngine(place.folder);
  const detail = await desk.ask('case.get', { case: id });
  expect(detail.row.readOnly).toBe(true);
  expect(detail.allowed.find((one) => one.act === 'assign')).toMatchObject({
    verdict: 'no',
    why: { key: 'failure.update-needed' },
  });
  await expect(desk.commit({ kind: 'assign', cases: [id], branch: 'KLG' })).rejects.toThrow('update-needed');
  await desk.stop();
  await place.remove();
});
