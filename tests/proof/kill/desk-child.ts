import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createEngine } from '#engine/create-engine.ts';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { countStanding } from '#engine/store/counts.ts';
import { readMeta } from '#engine/store/meta.ts';
import { type SyncParts, startSync } from '#engine/sync/sync-loop.ts';
import { systemTime } from '#engine/time/system-time.ts';
import { memoryPair } from '#engine/transport/memory-pair.ts';
import type { Committed } from '#shared/contract/acts.ts';
import type { ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import { differences, tablesOf } from '#tests/sync/sim/check/tables.ts';
import { createRandom } from '#tests/sync/sim/random.ts';
import { nextAct } from './acting.ts';
import type { Dump } from './dump.ts';

/**
 * One console in a process of its own, until it is killed: acts, syncs with whatever central it is told of, and names
 * each act once it was answered. Told by lines: `central URL`, `hold`, `go`, `state`, `dump FILE`, `quit`.
 */
const [folder = '', credentialsFile = '', seed = ''] = process.argv.slice(2);
const random = createRandom(seed);
let captured: SyncParts | null = null;
const engine = await createEngine({
  folder,
  profile: 'demo',
  lang: null,
  facts: { version: 'test', runtime: 'test', embedded: false },
  time: systemTime(),
  random: (bytes) => randomBytes(bytes),
  fetch: (url, init) => fetch(url, init),
  log: process.env.PROOF_LOG ? { ...SILENT_LOG, error: (...words: unknown[]) => console.error(...words) } : SILENT_LOG,
  box: PLAIN_BOX,
  sync(given) {
    captured = given;
    return startSync(given);
  },
});
const [page, ours] = memoryPair<ReplyFrame, RequestFrame>();
engine.attach(ours, { role: 'desk', window: 'child' });
const caller = createCaller('desk');
caller.attach(page);
const parts = captured as SyncParts | null;
if (parts === null) throw new Error('the engine did not ask for its sync');
const { ledger, device } = parts;

/** Straight to the pipe: what the parent reads was answered for certain. */
const say = (line: string) => writeSync(1, `${line}\n`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let holding = false;
let resting = false;

async function actOn(): Promise<never> {
  let last: Committed | null = null;
  for (;;) {
    resting = holding;
    if (holding) {
      await pause(5);
      continue;
    }
    const act = await nextAct(ledger.reader, random, last);
    const reply = await caller.call('act.commit', { commandId: randomUUID(), via: 'keys', act });
    if (reply.ok) {
      say(`ack ${act.kind} ${reply.value.act}`);
      last = act.kind === 'undo' ? null : reply.value;
    }
    await pause(random.int(60));
  }
}

async function state(): Promise<string> {
  const { waiting, rejected } = await countStanding(ledger.reader);
  const position = (await readMeta(ledger.reader, 'position')) ?? 0;
  return JSON.stringify({ resting, waiting, rejected, position, link: parts?.link.status().link });
}

async function dump(): Promise<Dump> {
  const before = await tablesOf(ledger.reader);
  await ledger.write(async () => ({ result: undefined, subjects: [], everything: true }));
  const refolded = differences(before, await tablesOf(ledger.reader));
  const pragma = async (name: string) => Object.values((await ledger.reader.get(`PRAGMA ${name}`)) ?? {})[0];
  return {
    device,
    events: await ledger.reader.all('SELECT id, act, seq, state, device, n, code FROM event ORDER BY device, n'),
    tables: [...before],
    refolded,
    integrity: String(await pragma('integrity_check')),
    synchronous: Number(await pragma('synchronous')),
    journal: String(await pragma('journal_mode')),
  };
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const [word, rest = ''] = line.split(' ');
  if (word === 'central') engine.setCentral({ url: rest, credentialsFile });
  if (word === 'hold') holding = true;
  if (word === 'go') holding = false;
  if (word === 'state') void state().then((text) => say(`state ${text}`));
  if (word === 'dump')
    void dump().then((found) => {
      writeFileSync(rest, JSON.stringify(found));
      say('dumped');
    });
  if (word === 'quit') void engine.stop().then(() => process.exit(0));
});
say('ready');
await actOn();
