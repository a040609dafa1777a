// 200 stores on the live stream and one console that pushes: from each push sent until each store has the act on disk.
import { join } from 'node:path';
import { openBoard, preparePushes } from '../central-load/consoles.ts';
import { openHttp } from '../central-load/plain-http.ts';
import { openListener } from './listener.ts';
import { bareFollower, consoleMaker, type Follower } from './store-kinds.ts';

interface Plan {
  kind: 'console' | 'bare';
  url: string;
  credentialsFile: string;
  folder: string;
  count: number;
  pushes: number;
}

const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const { url, credentialsFile } = plan;
const board = await openBoard(url, credentialsFile);
const make = plan.kind === 'console' ? consoleMaker(url, credentialsFile) : (at: string) => bareFollower(url, at);
const stores: Follower[] = [];
for (let index = 0; index < plan.count; index++) stores.push(await make(join(plan.folder, `store-${index}`)));

let waits: number[] = [];
let sent = 0;
let kept = 0;
let allKept: (() => void) | null = null;
const ends = await Promise.all(
  stores.map((store) =>
    openListener(url, board.token, () => {
      void store.catchUp().then(() => {
        waits.push(performance.now() - sent);
        kept += 1;
        if (kept >= plan.count) allKept?.();
      });
    }),
  ),
);
const requests = await preparePushes(url, board, plan.pushes, 1, 0, 1);
const line = await openHttp(url);
await new Promise((resolve) => setTimeout(resolve, 1_000));
waits = [];
for (const request of requests) {
  kept = 0;
  const all = new Promise<void>((resolve) => {
    allKept = resolve;
  });
  sent = performance.now();
  await Promise.all([line.send(request), all]);
}
waits.sort((a, b) => a - b);
const at = (part: number) => waits[Math.floor((waits.length - 1) * part)] ?? 0;
process.stdout.write(`${JSON.stringify({ p50: at(0.5), p99: at(0.99), kept: waits.length })}\n`);
for (const end of ends) end();
for (const store of stores) await store.stop();
process.exit(0);
