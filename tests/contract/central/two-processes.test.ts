import { afterAll, beforeAll, expect, it } from 'vitest';

import { foldCase } from '#shared/sync/fold-case.ts';
import { withoutPersons } from '#shared/sync/without-persons.ts';
import { startCentral } from '#tests/support/central.ts';
import { enrol, incidentDrafts } from '#tests/support/central-console.ts';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
});

it('lets two centrals share one PostgreSQL: one order, one count of numbers, news in both', async () => {
  const database = await postgres.newDatabase();
  const one = await startCentral({ database });
  const two = await startCentral({ database, dataFolder: one.dataFolder });
  expect(two.central.parts.identity).toEqual(one.central.parts.identity);
  const [here, there] = [await enrol(one), await enrol(two)];
  const heard: number[] = [];
  two.central.parts.bell.listen((seq) => heard.push(seq));
  await Promise.all(
    [here, there].flatMap((console) =>
      Array.from({ length: 12 }, () => console.push(console.act(incidentDrafts().drafts))),
    ),
  );
  const { events, head } = await here.pull(0, 5_000);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
  expect((await there.pull(0, 5_000)).events).toEqual(events);
  const numbers = events.filter(({ type }) => type === 'incident.numbered').map(({ payload }) => payload.number);
  expect(new Set(numbers).size).toBe(24);
  const own = events.filter(({ device }) => device === one.central.parts.identity.centralId).map(({ n }) => n);
  expect(own).toEqual(Array.from({ length: own.length }, (_, index) => index + 1));

  // A push at the one is told of at the other.
  await here.push(here.act(incidentDrafts().drafts));
  const last = (await here.pull(0, 1)).head;
  for (let tries = 0; tries < 100 && heard.at(-1) !== last; tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(heard.at(-1)).toBe(last);
  await two.stop();
  await one.stop();
});

it('folds a case that both write to as its whole history says, whichever wrote last', async () => {
  const one = await startCentral({ database: await postgres.newDatabase() });
  const database = one.central.parts.database.url ?? '';
  const two = await startCentral({ database, dataFolder: one.dataFolder });
  const [here, there] = [await enrol(one), await enrol(two)];
  const { drafts, cases } = incidentDrafts();
  await here.push(here.act(drafts));
  const id = cases[0] ?? '';
  const subject = { kind: 'case', id } as const;
  for (const console of [here, there, here, here, there, here]) {
    // Facts that add up: a fold that lacks what the other wrote shows fewer of them.
    const complete = { type: 'case.documents-completed', subject, payload: { benefit: 'funeral' } } as const;
    const noted = { type: 'case.noted', subject, payload: {}, private: { text: 'x' } } as const;
    const { body } = await console.push([...console.act([complete]), ...console.act([noted])]);
    expect(body.rejected).toEqual([]);
    const { events } = await here.pull(0, 5_000);
    const whole = foldCase(events.filter((event) => event.subject.id === id));
    const row: { state: string } = await one.central.parts.database.reader('case_row').where({ id }).first('state');
    expect(whole).not.toBeNull();
    expect(JSON.parse(row.state)).toEqual(whole && withoutPersons(whole));
  }
  await two.stop();
  await one.stop();
});
