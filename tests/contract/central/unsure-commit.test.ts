import { expect, it } from 'vitest';
import type { Connection, Database } from '#central/store/database.ts';
import { startCentral } from '#tests/support/central.ts';
import { enrol, post } from '#tests/support/central-console.ts';

it('does nothing a second time whose commit went through though its answer was lost', async () => {
  let lose = false;
  let gate: Promise<void> = Promise.resolve();
  const holding = (database: Database): Database => {
    const writer = new Proxy(database.writer, {
      get: (target, name) =>
        name === 'transaction'
          ? async (work: (tx: Connection) => Promise<unknown>) => {
              await gate;
              const result = await target.transaction(work);
              if (!lose) return result;
              lose = false;
              throw new Error('Connection terminated unexpectedly');
            }
          : Reflect.get(target, name),
    });
    return { ...database, writer };
  };
  const central = await startCentral({ holding });
  const desk = await enrol(central);
  const send = (text: string) =>
    post(`${central.url}/v1/intake/reports`, { text }, { authorization: `Bearer ${central.credentials.apiKey}` });
  let release = () => {};
  gate = new Promise((resolve) => {
    release = resolve;
  });
  // The first goes into a transaction by itself; the two behind it wait together for the next.
  const first = send('Seorang pekerja maut di Ipoh');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const both = [send('Seorang pekerja maut di Klang'), send('Seorang pekerja maut di Kuching')];
  await new Promise((resolve) => setTimeout(resolve, 200));
  release();
  expect((await first).status).toBe(202);
  lose = true;
  await Promise.all(both);
  const { events } = await desk.pull(0, 5_000);
  expect(events.filter(({ type }) => type === 'report.received')).toHaveLength(3);
  await central.stop();
});
