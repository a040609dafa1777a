import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import { afterEach, expect, it } from 'vitest';
import { backUp } from '#central/back-up.ts';
import type { TestCentral } from '#tests/support/central.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';
import { startEngine, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';
import { queueOf } from '#tests/support/store-rows.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-backup-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** PostgreSQL's own copy of a database nobody is connected to, for which a test needs no tool beside the server. */
async function copyDatabase(from: string, name: string): Promise<string> {
  const server = knex({ client: 'pg', connection: new URL('/postgres', from).href });
  await server.raw('CREATE DATABASE ?? TEMPLATE ??', [name, new URL(from).pathname.slice(1)]);
  await server.destroy();
  return new URL(`/${name}`, from).href;
}

onEachDatabase('a backup', (start, kind) => {
  it('S-36: is taken, lost after, brought back: consoles heal central and no acknowledged act is missing', async () => {
    const data = newFolder();
    const first = await start({ dataFolder: data });
    // A test's central has its key from elsewhere.
    writeFileSync(join(data, 'central.key'), 'the key\n');
    let central: TestCentral = first;
    const desks: TestEngine[] = [];
    const removes: (() => Promise<void>)[] = [];
    for (let n = 0; n < 3; n++) {
      const { folder, remove } = await temporaryFolder();
      desks.push(await startEngine(folder, { central }));
      removes.push(remove);
    }
    const settled = (desk: TestEngine) =>
      desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 60_000);
    const acknowledged: { cases: readonly string[] }[] = [];
    const work = async (rounds: number, text: string) => {
      for (let n = 0; n < rounds; n++)
        for (const desk of desks)
          acknowledged.push(await desk.commit({ kind: 'report', text: `${text} ${n}`, source: 'hotline', victims: 2 }));
    };
    await Promise.all(desks.map(settled));
    await work(2, 'Pekerja cedera di Klang');
    await Promise.all(desks.map(settled));

    // Taken while consoles push.
    const to = join(newFolder(), 'copy');
    let database: string | undefined;
    if (kind === 'sqlite') {
      const busy = work(4, 'Pekerja cedera di Ipoh');
      expect(await backUp({ dataFolder: data, database: undefined, keyFile: undefined }, to)).toBe('');
      await busy;
      expect(readFileSync(join(to, 'central.key'), 'utf8')).toBe('the key\n');
    } else {
      const url = first.central.parts.database.url ?? '';
      expect(await backUp({ dataFolder: data, database: url, keyFile: undefined }, to)).toContain('pg_dump');
      await first.stop();
      database = await copyDatabase(url, 'copy_of_test');
      central = await start({ dataFolder: data, database: url });
      for (const desk of desks) desk.engine.setCentral(central);
      await Promise.all(desks.map(settled));
      await work(2, 'Pekerja cedera di Ipoh');
    }
    await Promise.all(desks.map(settled));
    const cases = acknowledged.flatMap((one) => one.cases);
    for (const desk of desks)
      await expect.poll(async () => (await queueOf(desk)).length, { timeout: 30_000 }).toBe(cases.length);
    const numbers = new Map((await queueOf(desks[0] as TestEngine)).map((row) => [row.case, row.number]));
    await central.stop();

    // One console is lost with central; the others know what it made.
    await desks.pop()?.stop();
    const again = newFolder();
    cpSync(to, again, { recursive: true });
    if (!existsSync(join(again, 'demo-credentials.json')))
      copyFileSync(join(data, 'demo-credentials.json'), join(again, 'demo-credentials.json'));
    const restored = await start({
      dataFolder: again,
      restored: true,
      ...(database === undefined ? {} : { database }),
    });
    for (const desk of desks) desk.engine.setCentral(restored);
    await Promise.all(desks.map(settled));
    const { folder, remove } = await temporaryFolder();
    const late = await startEngine(folder, { central: restored });
    await expect.poll(async () => (await queueOf(late)).length, { timeout: 30_000 }).toBe(cases.length);
    expect(new Map((await queueOf(late)).map((row) => [row.case, row.number]))).toEqual(numbers);
    const detail = await late.ask('case.get', { case: cases.at(-1) ?? '' });
    expect(JSON.stringify(detail.reports)).toContain('Pekerja cedera di Ipoh');
    for (const desk of [...desks, late]) await desk.stop();
    for (const gone of [...removes, remove]) await gone();
    await restored.stop();
  });
});

it('says where there is no central to back up', async () => {
  const data = newFolder();
  await expect(backUp({ dataFolder: data, database: undefined, keyFile: undefined }, join(data, 'to'))).rejects.toThrow(
    'there is no central in',
  );
});
