import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild, startChild } from '../child.ts';
import { type Measured, median, type Row } from '../measured.ts';
import { installPeers, openPeer, type Peer } from '../peers.ts';
import { contest } from '../rounds.ts';

/** Events that central keeps of one case of the bench, from its first report to its number. */
const EVENTS_A_CASE = 8;

/** A new console's first fill: cases per second into the durable store, against bare inserts of ready rows. */
export const syncPull: Row = async ({ quick, say }) => {
  const measured: Measured[] = [];
  const names = await installPeers(say);
  for (const count of quick ? [2_000] : [10_000, 50_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
    say(`sync-pull: filling a central and the peers with ${count} cases`);
    const central = await startChild('central-source', [join(folder, 'central'), String(count)]);
    const plain = await startChild('plain-source', [String(count)]);
    const peers: Peer[] = [];
    let round = 0;
    const cpu: Record<string, number[]> = {};
    const perSecond = async (program: string, args: string[]) => {
      const reply = await runChild(program, args);
      if (reply.rows !== count) throw new Error(`${program} holds ${reply.rows} of ${count} cases`);
      cpu[program] = [...(cpu[program] ?? []), Number(reply.cpu)];
      return count / Number(reply.seconds);
    };
    const ours = async () => {
      const console = join(folder, `console-${round++}`);
      const figure = await perSecond('our-fill', [
        String(central.first.url),
        String(central.first.credentialsFile),
        console,
        String(count),
      ]);
      rmSync(console, { recursive: true, force: true });
      return figure;
    };
    const limit = () =>
      perSecond('limit-fill', [
        String(plain.first.url),
        String(plain.first.pages),
        join(folder, `limit-${round++}.sqlite`),
      ]);
    try {
      for (const name of names) peers.push(await openPeer(name, count));
      const works = peers.map((peer) => [peer.name, async () => count / Number((await peer.round({})).seconds)]) as [
        Peer['name'],
        () => Promise<number>,
      ][];
      const note = `ours brings each case as its state, which central folded, and its whole history (${EVENTS_A_CASE} events, 4 subjects, about 5 KB), packed and on disk, unpacked behind the first picture; central packs in the first round and keeps it; the limit inserts one ready row of 1 KB`;
      const aim = {
        row: 'sync-pull',
        measure: `${count} cases`,
        unit: 'cases/s',
        better: 'more',
        ofLimit: 0.67,
        ofBestPeer: 3,
      } as const;
      const cpuOfRound = (program: string) => median(cpu[program] ?? []).toFixed(2);
      const one = await contest(quick ? 1 : 5, { ...aim, note }, { ours, limit, peers: Object.fromEntries(works) });
      measured.push({
        ...one,
        note: `${(one.ours * EVENTS_A_CASE).toFixed(0)} events/s; CPU of the console ${cpuOfRound('our-fill')} s, of the limit ${cpuOfRound('limit-fill')} s; ${one.note}`,
      });
    } finally {
      for (const peer of peers) await peer.end();
      await central.end();
      await plain.end();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return measured;
};
