import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connection, Database } from '#central/store/database.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { enrol, incidentDrafts, type TestConsole } from '#tests/support/central-console.ts';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';
import { createRandom } from '#tests/sync/sim/random.ts';

const CENTRALS = 3;
const PUSHES = 36;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** A store whose writing transactions have done all their work and then wait for `gate` before they commit. */
function committingAfter(gate: () => Promise<unknown>): (database: Database) => Database {
  return (database) => {
    const writer = new Proxy(database.writer, {
      get: (target, name) =>
        name === 'transaction'
          ? (work: (tx: Connection) => Promise<unknown>) =>
              target.transaction(async (tx) => {
                const result = await work(tx);
                await gate();
                return result;
              })
          : Reflect.get(target, name),
    });
    return { ...database, writer };
  };
}

/** Centrals in a row on one fresh database, each with a gate before its commits, open at first. */
async function startAll(gates: (() => Promise<unknown>)[]): Promise<TestCentral[]> {
  const database = await postgres.newDatabase();
  const centrals: TestCentral[] = [];
  for (const gate of gates) {
    const shared = centrals[0] === undefined ? {} : { dataFolder: centrals[0].dataFolder };
    centrals.push(await startCentral({ database, holding: committingAfter(gate), ...shared }));
  }
  return centrals;
}

it('S-13: while one central holds its commit back, no other gets past it, and no puller is told of more', async () => {
  let gate = Promise.resolve();
  const centrals = await startAll([() => gate, async () => {}]);
  const [here, there] = await Promise.all(centrals.map((central) => enrol(central)));
  if (!here || !there) throw new Error('two centrals, two consoles');
  const { head } = await there.pull(0, 1);

  let release = () => {};
  gate = new Promise((resolve) => {
    release = resolve;
  });
  const answered: string[] = [];
  const late = here.push(here.act(incidentDrafts().drafts)).then((answer) => {
    answered.push('late');
    return answer;
  });
  await pause(300);
  const after = there.push(there.act(incidentDrafts().drafts)).then((answer) => {
    answered.push('after');
    return answer;
  });
  for (let tries = 0; tries < 20; tries++) {
    const page = await there.pull(head, 5_000);
    expect(page).toMatchObject({ next: head, head, events: [] });
    await pause(25);
  }
  expect(answered).toEqual([]);
  release();
  const [first, second] = [(await late).body.accepted, (await after).body.accepted];
  expect(first.length).toBeGreaterThan(0);
  const seqs = [...first, ...second].map(({ seq }) => seq);
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  for (const central of centrals.toReversed()) await central.stop();
}, 60_000);

it('S-13: pullers at every central get every event, in order, however late it was committed', async () => {
  const random = createRandom('late');
  const slow = () => pause(random.chance(0.4) ? random.int(60) : 0);
  const centrals = await startAll(Array.from({ length: CENTRALS }, () => slow));
  const consoles = await Promise.all(centrals.map((central) => enrol(central)));
  let pushing = true;
  const pullers = consoles.map((console) => follow(console, () => pushing));
  const accepted: number[] = [];
  await Promise.all(
    consoles.map(async (console) => {
      for (let push = 0; push < PUSHES / CENTRALS; push++) {
        const { body } = await console.push(console.act(incidentDrafts().drafts));
        expect(body.rejected).toEqual([]);
        accepted.push(...body.accepted.map(({ seq }) => seq));
      }
    }),
  );
  pushing = false;
  const pulled = await Promise.all(pullers);
  const head = Math.max(...pulled.flat());
  expect(new Set(accepted).size).toBe(accepted.length);
  const all = Array.from({ length: head }, (_, index) => index + 1);
  for (const seqs of pulled) expect(seqs).toEqual(all);
  for (const central of centrals.toReversed()) await central.stop();
}, 120_000);

/** Pulls without a pause, from where the last page ended, until the pushing is over and nothing more comes. */
async function follow(console: TestConsole, going: () => boolean): Promise<number[]> {
  const seqs: number[] = [];
  for (let after = 0; ; ) {
    const more = going();
    const page = await console.pull(after, 40);
    seqs.push(...page.events.flatMap(({ seq }) => seq ?? []));
    if (!more && page.next === page.head) return seqs;
    after = page.next;
  }
}
