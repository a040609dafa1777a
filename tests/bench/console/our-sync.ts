// Ours: a console that was alone comes back. What waits here and what others did meanwhile is made before the clock starts.
import { randomUUID } from 'node:crypto';
import { openBoard, preparePushes } from '../central-load/consoles.ts';
import { openHttp } from '../central-load/plain-http.ts';
import { cpuSeconds } from '../cpu-of.ts';
import { keepActs } from './keep-acts.ts';
import { newCase } from './new-case.ts';
import { openConsole } from './open-console.ts';
import { smallUpdate } from './small-update.ts';

interface Plan {
  url: string;
  credentialsFile: string;
  folder: string;
  /** Small acts that wait here. */
  up?: number;
  /** Small acts that others handed in meanwhile. */
  down?: number;
  /** New cases that wait here. */
  rows?: number;
  /** Where it speaks to while it is timed, when not to `url`. */
  through?: string;
}

const PER_PUSH = 500;
const KUALA_LUMPUR = { short: 'Kuala Lumpur', state: 'Kuala Lumpur', lat: 3.15, lon: 101.7 };
const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const { up = 0, down = 0, rows = 0 } = plan;
const console = await openConsole(plan.folder, plan.url, plan.credentialsFile);
await console.round.pull();
if (down > 0) {
  const board = await openBoard(plan.url, plan.credentialsFile);
  const line = await openHttp(plan.url);
  const perPush = Math.min(PER_PUSH, down);
  // From the middle on, so that few changes on both sides meet at no case.
  const first = Math.floor(board.cases.length / 2);
  for (const request of await preparePushes(plan.url, board, down / perPush, perPush, first, 1, smallUpdate)) {
    const { rejected } = JSON.parse(await line.send(request)) as { rejected: unknown[] };
    if (rejected.length > 0) throw new Error(`rejected: ${JSON.stringify(rejected[0])}`);
  }
  line.end();
}
const { reader } = console.parts.ledger;
const cases = await reader.all<{ id: string }>('SELECT id FROM case_row ORDER BY id');
await keepActs(console, up, (step) => [smallUpdate(step, cases[step % cases.length]?.id ?? '')]);
await keepActs(console, rows, (step) => newCase(step, KUALA_LUMPUR, randomUUID));
const count = async (state: number) =>
  (await reader.get<{ n: number }>('SELECT COUNT(*) AS n FROM event WHERE state = ?', [state]))?.n ?? 0;
const waiting = await count(1);
const before = await count(0);

const { pull, push } = plan.through === undefined ? console.round : console.roundTo(plan.through);
const began = performance.now();
const cpuBegan = process.cpuUsage();
if (down > 0) await pull();
await push();
const pushed = performance.now();
await pull();
const ended = performance.now();
const cpu = cpuSeconds(cpuBegan);
const left = await count(1);
if (left > 0) throw new Error(`${left} of ${waiting} events still wait`);
const reply = {
  seconds: (ended - began) / 1_000,
  /** Until central had all that waited here; what it made of them comes after. */
  pushSeconds: (pushed - began) / 1_000,
  events: waiting,
  cpu,
  moved: (await count(0)) - before,
};
process.stdout.write(`${JSON.stringify(reply)}\n`);
await console.stop();
process.exit(0);
