import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { enrol, incidentDrafts, logIn } from '#tests/support/central-console.ts';

const STUCK = 200;
const ATTENTIVE = 20;
const HEADS = 20_000;
const MB = 1_048_576;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** What this process holds, MB: central and the sockets of its readers. */
const held = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MB;
};
const pause = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

let central: TestCentral;
let token: string;
let open: ClientRequest[];
beforeEach(async () => {
  central = await startCentral();
  token = (await logIn(central)).accessToken;
  open = [];
});
afterEach(async () => {
  for (const request of open) request.destroy();
  await central.stop();
});

/** Asks and resolves with the answer's beginning; who never listens to its data never reads it. */
function ask(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const request = get(`${central.url}${path}`, { agent: false, headers }, resolve);
    // A reader that is cut off at the end of the test is no failure.
    request.once('error', reject);
    open.push(request);
  });
}

it('keeps nothing for live readers that never read, and tells the others in time', async () => {
  const { bell } = central.central.parts;
  for (let i = 0; i < STUCK; i++) await ask('/v1/sync/live?protocol=2');
  const late: number[] = [];
  const rungAt = new Map<number, number>();
  const last = Array.from({ length: ATTENTIVE }, () => 0);
  for (let i = 0; i < ATTENTIVE; i++) {
    const reply = await ask('/v1/sync/live?protocol=2');
    reply.on('data', (chunk: Buffer) => {
      for (const [, text] of String(chunk).matchAll(/"head":(\d+)/g)) {
        const head = Number(text);
        last[i] = head;
        const at = rungAt.get(head);
        if (at !== undefined) late.push(performance.now() - at);
      }
    });
  }
  expect(bell.count()).toBeGreaterThanOrEqual(STUCK + ATTENTIVE);
  const ring = async (from: number, to: number) => {
    for (let seq = from; seq <= to; seq++) {
      rungAt.set(seq, performance.now());
      bell.ring(seq);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  // By then the ways to those who never read are full.
  await ring(1, HEADS / 2);
  const before = held();
  await ring(HEADS / 2 + 1, HEADS);
  await pause(200);
  expect(last).toEqual(last.map(() => HEADS));
  late.sort((a, b) => a - b);
  expect(late.length).toBeGreaterThan(HEADS / 10);
  expect(late[Math.floor(late.length * 0.99)] ?? Number.NaN).toBeLessThan(500);
  process.stdout.write(
    `  p99 ${late[Math.floor(late.length * 0.99)]?.toFixed(1)} ms, grew ${(held() - before).toFixed(1)} MB\n`,
  );
  expect(held() - before).toBeLessThan(8);
}, 120_000);

const SNAPSHOTS = 10;
const EVENTS = 40_000;
/** Of each event, that no compression makes small; far more in all than any socket takes in. */
const FILLER_BYTES = 300;

it('reads no more of the log for those who take a snapshot and never read it than they took, and serves the rest', async () => {
  const console = await enrol(central);
  await console.push(console.act(incidentDrafts().drafts));
  await growLog(central, EVENTS);
  const before = held();
  for (let i = 0; i < SNAPSHOTS; i++) await ask('/v1/sync/snapshot?protocol=2');
  // Until it stands: what is read ahead for each is a page or two.
  let grown = Number.NaN;
  for (let now = held() - before; !(Math.abs(now - grown) < 1); now = held() - before) {
    grown = now;
    await pause(1_000);
  }
  const asked = performance.now();
  const page = await console.pull(0, 5);
  const took = performance.now() - asked;
  process.stdout.write(`  ${SNAPSHOTS} snapshots: ${grown.toFixed(1)} MB, a pull beside them ${took.toFixed(0)} ms\n`);
  expect(page.head).toBeGreaterThan(EVENTS);
  // All of it would be three times as much for each of them.
  expect(grown).toBeLessThan((SNAPSHOTS * EVENTS * FILLER_BYTES * 2) / MB / 3);
  expect(took).toBeLessThan(2_000);
}, 120_000);

/** Adds so many events to the log, like its last but larger, as if they had been pushed. */
async function growLog({ central: { parts } }: TestCentral, count: number): Promise<void> {
  const { writer } = parts.database;
  const columns: { name: string }[] = await writer.raw('PRAGMA table_info(event)');
  const values: Record<string, string> = {
    seq: 'e.seq + i',
    n: 'e.n + i',
    id: "e.id || '-' || i",
    body: `json_set(e.body, '$.filler', hex(randomblob(${FILLER_BYTES})))`,
  };
  const names = columns.map(({ name }) => name);
  await writer.raw(
    `WITH RECURSIVE counted(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < ${count})
     INSERT INTO event (${names.join(', ')}) SELECT ${names.map((name) => values[name] ?? `e.${name}`).join(', ')}
     FROM counted, (SELECT * FROM event ORDER BY seq DESC LIMIT 1) AS e`,
  );
  await writer.raw('UPDATE central_head SET seq = (SELECT MAX(seq) FROM event), n = (SELECT MAX(n) FROM event)');
}
