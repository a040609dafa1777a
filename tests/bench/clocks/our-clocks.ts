// Ours: an engine on a filled store, its room watched by a window, while thresholds are reached.
import { systemTime } from '#engine/time/system-time.ts';
import { loadGeography } from '#shared/geo/geography.ts';
import { openStill, windowOn } from '../console/bench-engine.ts';
import { MEASURED_MS, tell } from './moments.ts';

const [folder = '', begins = '0', lead = '0'] = process.argv.slice(2);
const from = Number(begins);
const shift = from - Number(lead) - Date.now();
const now = () => Date.now() + shift;
const { engine } = await openStill(folder, {
  time: { ...systemTime(), wall: now, monotonic: () => performance.now(), boot: `bench-${process.pid}` },
  geography: loadGeography(),
});
const lateness = new Map<string, number>();
let ready = false;
windowOn(engine).watch('alarms.watch', {}, (picture) => {
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
