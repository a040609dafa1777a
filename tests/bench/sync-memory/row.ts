import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild, startChild } from '../child.ts';
import { type Measured, median, type Row } from '../measured.ts';
import { installPeers, openPeer, type Peer, type PeerName } from '../peers.ts';
import { contest } from '../rounds.ts';

const KB_A_MB = 1_024;

/** What an engine's process holds in memory right after its first fill, against the bare inserts' process. */
export const syncMemory: Row = async ({ quick, say }) => {
  const measured: Measured[] = [];
  const names = await installPeers(say);
  for (const count of quick ? [2_000] : [10_000, 50_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
    say(`sync-memory: filling a central and the peers with ${count} cases`);
    const central = await startChild('central-source', [join(folder, 'central'), String(count)]);
    const plain = await startChild('plain-source', [String(count)]);
    const peers: Peer[] = [];
    let round = 0;
    const peaks: number[] = [];
    const { url, credentialsFile } = central.first;
    try {
      for (const name of names) peers.push(await openPeer(name, count));
      const aim = {
        row: 'sync-memory',
        measure: `after ${count} cases`,
        unit: 'MB',
        better: 'less',
        ofLimit: 1.3,
        note: 'proportional set size of the one process right after the fill, nothing collected by force; ours has the map data of the country loaded too',
      } as const;
      const one = await contest(quick ? 1 : 5, aim, {
        ours: async () => {
          const console = join(folder, `console-${round++}`);
          const reply = await runChild('our-fill', [String(url), String(credentialsFile), console, String(count)]);
          rmSync(console, { recursive: true, force: true });
          peaks.push(Number(reply.peak) / KB_A_MB);
          return Number(reply.pss) / KB_A_MB;
        },
        limit: async () => {
          const file = join(folder, `limit-${round++}.sqlite`);
          const reply = await runChild('limit-fill', [String(plain.first.url), String(plain.first.pages), file]);
          return Number(reply.pss) / KB_A_MB;
        },
        peers: Object.fromEntries(
          peers.map((peer) => [peer.name, async () => Number((await peer.round({})).pss) / KB_A_MB]),
        ) as Partial<Record<PeerName, () => Promise<number>>>,
      });
      measured.push({ ...one, note: `most while filling ${median(peaks).toFixed(0)} MB; ${one.note}` });
    } finally {
      for (const peer of peers) await peer.end();
      await central.end();
      await plain.end();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return measured;
};
