import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startProgram } from './child.ts';

/** The package of the peers. */
export const PEERS_FOLDER = join(process.cwd(), 'tests', 'bench', 'peers');

/** What each peer's store promises; those without a disk count for no target. */
export const PEERS = {
  pouchdb: { title: 'PouchDB', durable: true, both: true },
  yjs: { title: 'Yjs', durable: true, both: true },
  tinybase: { title: 'TinyBase', durable: true, both: false },
  rxdb: { title: 'RxDB (in memory)', durable: false, both: true },
} as const;
export type PeerName = keyof typeof PEERS;

/** How the peers keep what they are given, for a reader of the figures. */
export const FAIRNESS =
  'PouchDB and Yjs (LevelDB) and TinyBase (a file) write without fsync, RxDB keeps nothing on disk; ours and the limit sync every commit';

/** What waits on either side of a peer when its clock starts; nothing: its first fill. */
export interface PeerWork {
  up?: number;
  down?: number;
  rows?: number;
}

/** One peer's source, filled, and rounds of its consoles against it. */
export interface Peer {
  name: PeerName;
  /** Address its consoles speak to; another may be put before it. */
  url: string;
  /** One round. @returns what its console printed: seconds, moved, pss (KB) */
  round(work: PeerWork, url?: string): Promise<Record<string, unknown>>;
  end(): Promise<void>;
}

/** Whether all that the package names is there, in that version. */
function isFresh(): boolean {
  const manifestOf = (...path: string[]) =>
    JSON.parse(readFileSync(join(PEERS_FOLDER, ...path, 'package.json'), 'utf8')) as {
      version: string;
      dependencies: Record<string, string>;
    };
  try {
    const wanted = Object.entries(manifestOf().dependencies);
    return wanted.every(([name, version]) => manifestOf('node_modules', name).version === version);
  } catch {
    return false;
  }
}

/**
 * The peers installed, in their own folder, as its package says. @returns names; none, with words said, when npm cannot bring them.
 */
export async function installPeers(say: (line: string) => void): Promise<PeerName[]> {
  const names = Object.keys(PEERS) as PeerName[];
  if (isFresh()) return names;
  say('peers: installing them into tests/bench/peers');
  const ended = await new Promise<number | null>((resolve) => {
    const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: PEERS_FOLDER,
      stdio: 'ignore',
    });
    npm.once('error', () => resolve(null));
    npm.once('exit', resolve);
  });
  if (ended === 0) return names;
  say('peers: npm could not bring them (no network?): their figures are left out; ours against the limit stand');
  return [];
}

/** Starts a peer's source with so many cases. */
export async function openPeer(name: PeerName, cases: number): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-peer-'));
  const program = join(PEERS_FOLDER, 'peer.mjs');
  const source: Child = await startProgram(program, ['source', name, join(folder, 'source'), String(cases)]);
  const url = String(source.first.url);
  let rounds = 0;
  return {
    name,
    url,
    async round(work, at = url) {
      rounds += 1;
      const console = join(folder, `console-${rounds}`);
      const plan = { url: at, control: source.first.control, folder: console, cases, ...work };
      const child = await startProgram(program, ['console', name, JSON.stringify(plan)]);
      await child.end();
      rmSync(console, { recursive: true, force: true, maxRetries: 5 });
      return child.first;
    },
    async end() {
      await source.end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
