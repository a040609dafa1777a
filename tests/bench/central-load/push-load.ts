// So many consoles, each with one push on its way at a time, every one made and signed before the clock starts.
import { cpuOf } from '../cpu-of.ts';
import { openBoard, preparePushes } from './consoles.ts';
import { openHttp } from './plain-http.ts';

interface Plan {
  url: string;
  /** The process that answers. */
  pid: number;
  credentialsFile: string;
  consoles: number;
  pushes: number;
  perPush: number;
  /** Index of the first case to act on. */
  from: number;
}

const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const board = await openBoard(plan.url, plan.credentialsFile);
const desks = [];
for (let index = 0; index < plan.consoles; index++) {
  const requests = await preparePushes(plan.url, board, plan.pushes, plan.perPush, plan.from + index, plan.consoles);
  desks.push({ requests, line: await openHttp(plan.url) });
}
let accepted = 0;
const waits: number[] = [];
const began = performance.now();
const cpuBegan = cpuOf(plan.pid);
await Promise.all(
  desks.map(async ({ requests, line }) => {
    for (const request of requests) {
      const sent = performance.now();
      const reply = JSON.parse(await line.send(request)) as { accepted: unknown[]; rejected: unknown[] };
      waits.push(performance.now() - sent);
      accepted += reply.accepted.length;
      if (reply.rejected.length > 0) throw new Error(`rejected: ${JSON.stringify(reply.rejected[0])}`);
    }
  }),
);
const seconds = (performance.now() - began) / 1_000;
const cpuMs = cpuOf(plan.pid) - cpuBegan;
waits.sort((a, b) => a - b);
const p99 = waits[Math.floor(waits.length * 0.99)] ?? 0;
process.stdout.write(`${JSON.stringify({ seconds, accepted, p99, cpuMsPerEvent: cpuMs / accepted })}\n`);
process.exit(0);
