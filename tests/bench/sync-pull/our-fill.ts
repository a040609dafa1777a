// Ours: a new console's engine signs in and fills its durable store from a real central.
import { loadGeography } from '#shared/geo/geography.ts';
import { openEngine, windowOn } from '../console/bench-engine.ts';
import { cpuSeconds } from '../cpu-of.ts';
import { memoryOf } from '../memory-of.ts';

const [url = '', credentialsFile = '', folder = '', count = '0'] = process.argv.slice(2);
const engine = await openEngine(folder, { geography: loadGeography() });
const caller = windowOn(engine);

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
