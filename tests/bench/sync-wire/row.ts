import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PullReply } from '#shared/contract/wire/sync.ts';
import { openBoard } from '../central-load/consoles.ts';
import { runChild, startChild } from '../child.ts';
import type { Measured, Row } from '../measured.ts';
import { installPeers, openPeer, PEERS } from '../peers.ts';
import { openCountingLine } from './counting-line.ts';

const OF_JSON = 1.1;
const MOST_BYTES = 250;
const MOST_PACKED = 60;
const FILE_HEAD = '{"';

/** Bytes on the line: of a whole case, and of a small update, plain and packed in a batch. */
export const syncWire: Row = async ({ quick, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
  const cases = quick ? 500 : 2_000;
  const updates = quick ? 500 : 1_000;
  say(`sync-wire: filling a central and the peers with ${cases} cases`);
  const central = await startChild('central-source', [join(folder, 'central'), String(cases)]);
  const { url, credentialsFile } = central.first as { url: string; credentialsFile: string };
  const row = 'sync-wire';
  try {
    const before = await openBoard(url, credentialsFile);
    const ask = async (path: string) =>
      Buffer.from(
        await (await fetch(url + path, { headers: { authorization: `Bearer ${before.token}` } })).arrayBuffer(),
      );
    const packed = await ask('/v1/sync/snapshot?protocol=1');
    const lines = gunzipSync(packed)
      .toString()
      .split('\n')
      .filter((text) => text.startsWith(FILE_HEAD))
      .slice(1);
    const written = lines.map((text) => {
      const { seq: _seq, recordedAt: _recordedAt, ...event } = JSON.parse(text) as AnyEvent;
      return Buffer.byteLength(JSON.stringify(event));
    });
    const bytes = lines.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0) / cases;
    const json = written.reduce((sum, size) => sum + size, 0) / cases;
    const whole: Measured = {
      row,
      measure: 'a case in the first fill, unpacked',
      unit: 'bytes',
      ours: bytes,
      limit: json,
      peers: {},
      ratioToLimit: bytes / json,
      target: `<= ${OF_JSON} x the JSON its authors wrote`,
      met: bytes / json <= OF_JSON,
      note: `${(lines.length / cases).toFixed(1)} events a case; packed as it crosses the line ${(packed.length / cases).toFixed(0)} bytes a case`,
    };

    const line = await openCountingLine(url);
    const plan = { url, credentialsFile, folder: join(folder, 'console'), up: updates, through: line.url };
    await runChild('our-sync', [JSON.stringify(plan)]);
    line.close();
    const seqAfter = `/v1/sync/pull?protocol=1&limit=5000&after=`;
    let after = 0;
    let page: PullReply;
    let text: Buffer;
    const found: string[] = [];
    do {
      text = await ask(`${seqAfter}${after}`);
      page = JSON.parse(text.toString()) as PullReply;
      found.push(...page.events.filter((event) => event.type === 'case.triaged').map((event) => JSON.stringify(event)));
      after = page.next;
    } while (page.next < page.head);
    const size = found.reduce((sum, one) => sum + Buffer.byteLength(one) + 1, 0) / found.length;
    const inBatch = gzipSync(found.join(',')).length / found.length;
    const peers: Record<string, number> = {};
    for (const name of await installPeers(say)) {
      if (!PEERS[name].both) continue;
      const peer = await openPeer(name, cases);
      const before = await openCountingLine(peer.url);
      await peer.round({}, before.url);
      const fill = before.up + before.down;
      await peer.round({ up: updates }, before.url);
      peers[PEERS[name].title] = (before.up + before.down - 2 * fill) / updates;
      before.close();
      await peer.end();
    }
    const over = (line.up + line.down) / updates;
    const small: Measured = {
      row,
      measure: 'a small update',
      unit: 'bytes',
      ours: size,
      peers,
      target: `<= ${MOST_BYTES}`,
      met: size <= MOST_BYTES,
      note: `the event's own JSON; with heads, answers and the way back ${over.toFixed(0)} bytes an update over the line, as the peers are counted`,
    };
    const batch: Measured = {
      row,
      measure: `a small update packed in a batch of ${found.length}`,
      unit: 'bytes',
      ours: inBatch,
      peers: {},
      target: `<= ${MOST_PACKED}`,
      met: inBatch <= MOST_PACKED,
      note: 'gzip; random ids alone are 48 bytes an event (id, act, case)',
    };
    return [whole, small, batch];
  } finally {
    await central.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
