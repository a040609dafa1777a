// Ours: a new console's engine signs in and fills its durable store from a real central.
import { randomBytes } from 'node:crypto';
import { createEngine } from '#engine/create-engine.ts';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { systemTime } from '#engine/time/system-time.ts';
import { memoryPair } from '#engine/transport/memory-pair.ts';
import type { ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import { loadGeography } from '#shared/geo/geography.ts';
import { cpuSeconds } from '../cpu-of.ts';
import { memoryOf } from '../memory-of.ts';

const [url = '', credentialsFile = '', folder = '', count = '0'] = process.argv.slice(2);
const geography = loadGeography();
const engine = await createEngine({
  folder,
  profile: 'demo',
  lang: 'ms',
  facts: { version: 'bench', runtime: 'Node', embedded: true },
  time: systemTime(),
  random: (bytes) => randomBytes(bytes),
  fetch: (address, init) => fetch(address, init),
  log: SILENT_LOG,
  box: PLAIN_BOX,
  geography,
});
const [near, far] = memoryPair<ReplyFrame, RequestFrame>();
engine.attach(far, { role: 'desk', window: 'bench' });
const caller = createCaller('desk');
caller.attach(near);

const began = performance.now();
const cpuBegan = process.cpuUsage();
const full = new Promise<void>((resolve) => {
  caller.watch('link.watch', {}, (status) => {
    if (status.syncedAt !== null && status.filling === null && status.link === 'live') resolve();
  });
});
engine.setCentral({ url, credentialsFile });
await full;
const seconds = (performance.now() - began) / 1_000;
const memory = memoryOf(process.pid);
const cpu = cpuSeconds(cpuBegan);
const rows = await new Promise<number>((resolve) => {
  caller.watch('rows.watch', {}, (message) => message.kind === 'picture' && resolve(message.rows.length));
});
const right = rows === Number(count);
process.stdout.write(`${JSON.stringify({ seconds, rows, right, cpu, ...memory })}\n`);
await engine.stop();
process.exit(right ? 0 : 1);
