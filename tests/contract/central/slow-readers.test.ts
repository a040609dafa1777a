import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { logIn } from '#tests/support/central-console.ts';

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
