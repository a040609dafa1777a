import { randomBytes, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createEngine } from '#engine/create-engine.ts';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { systemTime } from '#engine/time/system-time.ts';
import { memoryPair } from '#engine/transport/memory-pair.ts';
import type { ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';

/** Runs in a process of its own: acts without a pause and names each act once it was answered, until it is killed. */
const folder = process.argv[2] ?? '';
const engine = await createEngine({
  folder,
  profile: 'demo',
  lang: null,
  facts: { version: 'test', runtime: 'test', embedded: false },
  time: systemTime(),
  random: (bytes) => randomBytes(bytes),
  fetch: (url, init) => fetch(url, init),
  log: SILENT_LOG,
  box: PLAIN_BOX,
});
const [page, ours] = memoryPair<ReplyFrame, RequestFrame>();
engine.attach(ours, { role: 'desk', window: 'child' });
const caller = createCaller('desk');
caller.attach(page);

const place = { name: 'Klang', state: 'Selangor', lat: 3.03, lon: 101.45, confidence: 1 };
for (let i = 0; ; i++) {
  const act = {
    kind: 'report',
    text: `Laporan ${i}: pekerja cedera`,
    source: 'hotline',
    place,
    victims: 1 + (i % 3),
  } as const;
  const reply = await caller.call('act.commit', { commandId: randomUUID(), via: 'keys', act });
  if (!reply.ok) throw new Error(reply.failure.code);
  // Written straight to the pipe: what the parent reads was answered for certain.
  writeSync(1, `${reply.value.act} ${reply.value.cases.join(',')}\n`);
}
