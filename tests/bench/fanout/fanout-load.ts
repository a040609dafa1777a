// 200 listeners on the live stream and one console that pushes: from each push sent until each listener heard of it.
import { openBoard, preparePushes } from '../central-load/consoles.ts';
import { openHttp } from '../central-load/plain-http.ts';
import { openListener } from './listener.ts';

const [url = '', credentialsFile = '', count = '200', pushes = '50'] = process.argv.slice(2);
const board = await openBoard(url, credentialsFile);
let heard = 0;
let waits: number[] = [];
let sent = 0;
let allHeard: (() => void) | null = null;
const listeners = await Promise.all(
  Array.from({ length: Number(count) }, () =>
    openListener(url, board.token, () => {
      waits.push(performance.now() - sent);
      heard += 1;
      if (heard >= Number(count)) allHeard?.();
    }),
  ),
);
const requests = await preparePushes(url, board, Number(pushes), 1, 0, 1);
const line = await openHttp(url);
// Enrolling moved nothing, but each listener was told where it stands when it came.
await new Promise((resolve) => setTimeout(resolve, 300));
waits = [];
for (const request of requests) {
  heard = 0;
  const all = new Promise<void>((resolve) => {
    allHeard = resolve;
  });
  sent = performance.now();
  await Promise.all([line.send(request), all]);
}
waits.sort((a, b) => a - b);
const at = (part: number) => waits[Math.floor((waits.length - 1) * part)] ?? 0;
process.stdout.write(`${JSON.stringify({ p50: at(0.5), p99: at(0.99), heard: waits.length })}\n`);
for (const end of listeners) end();
process.exit(0);
