// Ours: an engine on a filled store, its room watched by a window, while thresholds are reached.
import { randomBytes } from 'node:crypto';
import { createEngine } from '#engine/create-engine.ts';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { systemTime } from '#engine/time/system-time.ts';
import { memoryPair } from '#engine/transport/memory-pair.ts';
import type { ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import { loadGeography } from '#shared/geo/geography.ts';
import { MEASURED_MS, tell } from './moments.ts';

const [folder = '', begins = '0', lead = '0'] = process.argv.slice(2);
const from = Number(begins);
const shift = from - Number(lead) - Date.now();
const now = () => Date.now() + shift;
const geography = loadGeography();
const engine = await createEngine({
  folder,
  profile: 'demo',
  lang: 'ms',
  facts: { version: 'bench', runtime: 'Node', embedded: true },
  time: { ...systemTime(), wall: now, monotonic: () => performance.now(), boot: `bench-${process.pid}` },
  random: (bytes) => randomBytes(bytes),
  fetch: () => Promise.reject(new TypeError('no central')),
  log: SILENT_LOG,
  box: PLAIN_BOX,
  geography,
  sync: () => ({ toCentral: () => {}, wake: () => {}, again: () => {}, stop: async () => {} }),
});
const [near, far] = memoryPair<ReplyFrame, RequestFrame>();
engine.attach(far, { role: 'desk', window: 'bench' });
const caller = createCaller('desk');
caller.attach(near);
const lateness = new Map<string, number>();
let ready = false;
caller.watch('alarms.watch', {}, (picture) => {
  ready = picture.trouble === null;
  for (const { id, at } of picture.items) if (at >= from && !lateness.has(id)) lateness.set(id, now() - at);
});
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
await wait(from - now());
if (!ready)
  throw new Error('the engine had not looked at everything when the measured time began: give it a longer lead');
const before = process.cpuUsage();
const began = performance.now();
await wait(from + MEASURED_MS - now());
const told = tell(process.cpuUsage(before), performance.now() - began, [...lateness.values()]);
process.stdout.write(`${JSON.stringify(told)}\n`);
await engine.stop();
process.exit(0);
