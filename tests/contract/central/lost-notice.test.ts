import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCentral } from '#tests/support/central.ts';
import { enrol, incidentDrafts } from '#tests/support/central-console.ts';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

it('tells of what another central wrote while its own listening connection was broken', async () => {
  const database = await postgres.newDatabase();
  const one = await startCentral({ database });
  const two = await startCentral({ database, dataFolder: one.dataFolder });
  const here = await enrol(one);
  const heard: number[] = [];
  two.central.parts.bell.listen((seq) => heard.push(seq));
  const { reader } = one.central.parts.database;
  await reader.raw(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query = 'LISTEN prihatin_head'`,
  );
  // Nobody listens now: what is told here is told to nobody, and nothing else is written after it.
  const { body } = await here.push(here.act(incidentDrafts().drafts));
  expect(body.accepted.length).toBeGreaterThan(0);
  const { head } = await here.pull(0, 1);
  await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toBe(head);
  await two.stop();
  await one.stop();
});
