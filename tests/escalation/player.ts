// Plays nights FROM, FROM + STEP … below TO: `player.js FROM TO [STEP]`; a line of JSON each.
import { runNight } from './run-night.ts';
import { makeGround } from './world/ground.ts';

const [from = 0, to = from + 1, step = 1] = process.argv.slice(2).map(Number);
const { ground, remove } = await makeGround();
for (let number = from; number < to; number += step) {
  const before = process.cpuUsage();
  const told = await runNight(ground, number);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${JSON.stringify({ ...told, cpuMs: Math.round((user + system) / 1_000) })}\n`);
}
remove();
process.exit(0);
