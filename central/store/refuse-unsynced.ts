import type { Logger } from 'pino';
import type { Database } from './database.ts';

const WORDS =
  'the PostgreSQL server runs with fsync = off: what is accepted may be lost or broken when its computer stops; set fsync = on there and start it anew';

/**
 * S-14: a server that never syncs to its disk confirms what a power cut loses, and no connection can ask it for more.
 * @throws Error in the live profile; the demo goes on and says it in its log.
 */
export async function refuseUnsynced(database: Database, profile: 'demo' | 'live', log: Logger): Promise<void> {
  if (database.kind !== 'postgres') return;
  const { rows }: { rows: { fsync: string }[] } = await database.reader.raw('SHOW fsync');
  if (rows[0]?.fsync !== 'off') return;
  if (profile === 'live') throw new Error(WORDS);
  log.error({ fsync: 'off' }, WORDS);
}
