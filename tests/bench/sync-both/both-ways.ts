import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, runChild, startChild } from '../child.ts';
import { type Measured, median } from '../measured.ts';
import { installPeers, openPeer, PEERS, type Peer, type PeerName, type PeerWork } from '../peers.ts';
import { type Aim, contest } from '../rounds.ts';

/** What a round carries over, and what each side's figure is made of. */
export interface BothWays {
  /** Cases that central and console hold alike before. */
  cases: number;
  work: Required<PeerWork>;
  rounds: number;
  aim: Aim;
  /** The figure of what a round printed. */
  figure(reply: Record<string, unknown>): number;
  /** More words for the reader, made of ours. */
  words?(replies: readonly Record<string, unknown>[]): string;
}

/** Consoles that were alone come back, ours, the limit and the peers in turn: what waited on both sides is carried over. */
export async function bothWays(contestOf: BothWays, say: (line: string) => void): Promise<Measured> {
  const { cases, work, rounds, aim, figure } = contestOf;
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
  const ends: (() => Promise<void>)[] = [];
  try {
    say(`${aim.row}: filling a central and the peers with ${cases} cases`);
    const central = await startChild('central-source', [join(folder, 'central'), String(cases)]);
    const plain: Child = await startChild('limit-source', [join(folder, 'source.sqlite'), String(cases)]);
    ends.push(
      () => central.end(),
      () => plain.end(),
    );
    const peers: Peer[] = [];
    for (const name of await installPeers(say)) {
      if (!PEERS[name].both && work.rows === 0) continue;
      const peer = await openPeer(name, cases);
      ends.push(() => peer.end());
      peers.push(peer);
    }
    let round = 0;
    const replies: Record<string, unknown>[] = [];
    const limits: Record<string, unknown>[] = [];
    const { url, credentialsFile } = central.first;
    const plan = { url, credentialsFile, folder: join(folder, 'console'), ...work };
    const measured = await contest(rounds, aim, {
      ours: async () => {
        say(`${aim.row}: round ${replies.length + 1} of ${rounds}`);
        const reply = await runChild('our-sync', [JSON.stringify(plan)]);
        replies.push(reply);
        return figure(reply);
      },
      limit: async () => {
        const file = join(folder, `limit-${round++}.sqlite`);
        const reply = await runChild('limit-sync', [JSON.stringify({ url: plain.first.url, file, cases, ...work })]);
        limits.push(reply);
        return figure(reply);
      },
      peers: Object.fromEntries(
        peers.map((peer) => [peer.name, async () => figure(await peer.round(work))]),
      ) as Partial<Record<PeerName, () => Promise<number>>>,
    });
    const cpu = (all: readonly Record<string, unknown>[]) => median(all.map((one) => Number(one.cpu))).toFixed(2);
    const words = contestOf.words ? `${contestOf.words(replies)}; ` : '';
    const note = `${words}CPU of the console ${cpu(replies)} s, of the limit ${cpu(limits)} s; ${measured.note}`;
    return { ...measured, note };
  } finally {
    for (const end of ends) await end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
