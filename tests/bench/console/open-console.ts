import type { Fetch } from '#engine/sync/central-api.ts';
import type { SyncParts } from '#engine/sync/sync-loop.ts';
import { openRound, type SyncRound } from '#engine/sync/sync-round.ts';
import type { Geography } from '#shared/geo/geography.ts';
import { openStill } from './bench-engine.ts';

/** A console's real engine whose syncing the bench itself sets going, step by step. */
export interface BenchConsole {
  parts: SyncParts;
  round: SyncRound;
  /** The same over another address of the same central. */
  roundTo(url: string): SyncRound;
  /** Cases in its queue. */
  rows(): Promise<number>;
  stop(): Promise<void>;
}

/** What many consoles of one process share. */
export interface Shared {
  geography: Geography;
  fetch: Fetch;
}

/**
 * Opens one on `folder`; it has met the central at `url` and is signed in when this resolves. One that shares with
 * others only reads: it is left to sign in when it first asks.
 */
export async function openConsole(
  folder: string,
  url: string,
  credentialsFile: string,
  shared?: Shared,
): Promise<BenchConsole> {
  const { engine, parts } = await openStill(folder, shared);
  engine.setCentral({ url, credentialsFile });
  const roundTo = (at: string) => openRound(parts, at, new AbortController().signal);
  const round = roundTo(url);
  if (shared === undefined) await round.meet();
  return {
    parts,
    round,
    roundTo,
    async rows() {
      const found = await parts.ledger.reader.get<{ rows: number }>(
        'SELECT COUNT(*) AS rows FROM case_row WHERE row IS NOT NULL',
      );
      return found?.rows ?? 0;
    },
    stop: () => engine.stop(),
  };
}
