import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '#engine/store/database.ts';
import { startCentral } from '#tests/support/central.ts';
import { startEngine, temporaryFolder } from '#tests/support/engine.ts';
import { queueOf } from '#tests/support/store-rows.ts';

it('S-36: a store from before receipts gets them once it is in step, and what waits is as it was', async () => {
  const central = await startCentral();
  const { folder, remove } = await temporaryFolder();
  const first = await startEngine(folder, { central });
  const settled = (desk: typeof first) =>
    desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
  await settled(first);
  await first.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 2 });
  await settled(first);
  await first.stop();
  const file = join(folder, 'console.sqlite');
  const look = async <T>(sql: string): Promise<T[]> => {
    const db = await openDatabase(file);
    try {
      return await db.all<T>(sql);
    } finally {
      await db.close();
    }
  };
  const before = await openDatabase(file);
  await before.exec("UPDATE event SET receipt = NULL; INSERT INTO meta (key, value) VALUES ('refill', 'true')");
  await before.close();

  const alone = await startEngine(folder);
  await alone.commit({ kind: 'report', text: 'Pekerja cedera di Ipoh', source: 'hotline', victims: 1 });
  await alone.stop();
  const again = await startEngine(folder, { central });
  await settled(again);
  expect(await queueOf(again)).toHaveLength(3);
  await expect
    .poll(async () => (await look<{ n: number }>('SELECT COUNT(*) AS n FROM event WHERE receipt IS NULL'))[0]?.n, {
      timeout: 10_000,
    })
    .toBe(0);
  expect(await look("SELECT 1 FROM meta WHERE key = 'refill'")).toEqual([]);
  await again.stop();
  await remove();
  await central.stop();
});
