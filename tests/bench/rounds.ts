import { inTurn, type Measured, median, ratioOf } from './measured.ts';
import { FAIRNESS, PEERS, type PeerName } from './peers.ts';

/** Pieces of work to be measured against each other; each gives one figure a round. */
export interface Contest {
  ours: () => Promise<number>;
  limit: () => Promise<number>;
  peers: Partial<Record<PeerName, () => Promise<number>>>;
}

/** What the figures are and what they should be. */
export interface Aim {
  row: string;
  measure: string;
  unit: string;
  /** Whether more is better (a speed) or less (a time, a size). */
  better: 'more' | 'less';
  /** Ours against the limit: at least, or at most, this. */
  ofLimit: number;
  /** Ours against the best peer that keeps its data on disk: so many times better at least. */
  ofBestPeer?: number;
  note: string;
}

/** Runs a contest in turn, and says what came of it: medians, and the middle of the rounds' own ratios. */
export async function contest(rounds: number, aim: Aim, { ours, limit, peers }: Contest): Promise<Measured> {
  const names = Object.keys(peers) as PeerName[];
  const figures = await inTurn<string>(rounds, { ours, limit, ...(peers as Record<string, () => Promise<number>>) });
  const of = (name: string) => figures[name] ?? [];
  const more = aim.better === 'more';
  const ratio = ratioOf(of('ours'), of('limit'));
  const durable = names.filter((name) => PEERS[name].durable);
  const better = (one: PeerName) => (more ? ratioOf(of('ours'), of(one)) : ratioOf(of(one), of('ours')));
  const toBest = durable.length > 0 ? Math.min(...durable.map(better)) : undefined;
  const peerMet = aim.ofBestPeer === undefined || toBest === undefined || toBest >= aim.ofBestPeer;
  const peerWords = aim.ofBestPeer === undefined ? '' : `, ${aim.ofBestPeer} x better than the best durable peer`;
  return {
    row: aim.row,
    measure: aim.measure,
    unit: aim.unit,
    ours: median(of('ours')),
    limit: median(of('limit')),
    peers: Object.fromEntries(names.map((name) => [PEERS[name].title, median(of(name))])),
    ratioToLimit: ratio,
    ...(toBest === undefined ? {} : { ratioToBestPeer: toBest }),
    target: `${more ? '>=' : '<='} ${aim.ofLimit} x limit${peerWords}`,
    met: (more ? ratio >= aim.ofLimit : ratio <= aim.ofLimit) && peerMet,
    note: names.length > 0 ? `${aim.note}; ${FAIRNESS}` : aim.note,
  };
}
