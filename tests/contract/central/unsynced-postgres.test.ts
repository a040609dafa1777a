import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCentral, type CentralProcess, runCentral } from '#tests/support/central-process.ts';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'prihatin-unsynced-'));
const running: CentralProcess[] = [];
let file = '';
let careless: TestPostgres;

beforeAll(async () => {
  [file, careless] = await Promise.all([buildCentral(), startPostgres(['fsync=off'])]);
}, 60_000);
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await careless.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(profile: 'live' | 'demo', database: string): CentralProcess {
  const quiet = profile === 'demo' ? ['--sample', 'off', '--feed', 'off'] : [];
  const words = ['--profile', profile, '--port', '0', '--data', join(folder, profile), '--database', database];
  const one = runCentral(file, [...words, ...quiet]);
  running.push(one);
  return one;
}

it('S-14: a live central refuses a PostgreSQL that does not sync to its disk, with words; a demo says so and goes on', async () => {
  const database = await careless.newDatabase();
  const live = run('live', database);
  expect(await live.ended).toBe(1);
  expect(live.stdout()).toBe('');
  expect(live.stderr()).toMatch(/^central: the PostgreSQL server runs with fsync = off: .* set fsync = on there/);

  const demo = run('demo', database);
  await demo.ready();
  demo.child.kill('SIGTERM');
  expect(await demo.ended).toBe(0);
  const said = readFileSync(join(folder, 'demo', 'central.log'), 'utf8').split('\n');
  const warned = said.filter((line) => line.includes('fsync = off')).map((line) => JSON.parse(line) as object);
  expect(warned).toMatchObject([{ level: 50, fsync: 'off' }]);
}, 60_000);
