import type { Sight } from '#engine/sync/sight.ts';
import type { TimeAnchor, TimeGuess } from '#engine/time/corrected-clock.ts';
import type { Person } from '#shared/domain/person-role.ts';
import type { TileSource } from '#shared/domain/tile-source.ts';
import type { Database } from './database.ts';
import { insertRows } from './insert-rows.ts';

/** What the console keeps of itself; a member is missing until first written. */
export interface Meta {
  device: string;
  profile: 'demo' | 'live';
  /** Given by central at enrolment; labels start with it. */
  prefix: string;
  /** The last count given to an event of this device. */
  n: number;
  /** The last label's count. */
  label: number;
  hlc: string;
  /** Central's seq up to which everything is here. */
  position: number;
  epoch: string;
  centralId: string;
  syncedAt: number;
  anchor: TimeAnchor;
  /** What stands for the time in a boot in which central was not heard yet. */
  guess: TimeGuess;
  /** The latest moment that is sure to have passed. */
  lastSeenMs: number;
  user: Person;
  /** What part of the log the store is filled with. */
  sight: Sight;
  /** A page came that central had answered for another scope: what is in sight may be missing from it. */
  sightMoved: boolean;
  /** News came of another role its person had: held acts may be missing, or here that are not theirs to see. */
  heldMoved: boolean;
  /** How far the time may have come, ms since 1970, by all the time this console ran since central was heard. */
  latestMs: number;
  /** An admin withdrew this console: it is to be wiped. */
  withdrawn: boolean;
  /** Somebody signed out here and nobody in since. */
  signedOut: boolean;
  /** Sealed by the secret box. */
  refreshToken: string;
  deviceKey: string;
  publicKey: string;
  lang: 'ms' | 'en';
  theme: 'dark' | 'light' | 'hc';
  tiles: TileSource | null;
  notify: boolean;
  /** Up to when alarms were looked at, ms since 1970. */
  alarmsSeenMs: number;
  toured: boolean;
  /** How people arranged the desk, by user id; sealed, for a saved search may name somebody. */
  arranged: string;
  foldVersion: number;
  /** Rules changed: cases beyond this one are still drawn by the former ones. */
  redrawAfter: string;
  /** The store was filled by a version that kept no receipts: the whole log is wanted once more. */
  refill: boolean;
  /** Histories of the first fill still lie packed. */
  packed: boolean;
  /** A first fill from packed histories began and did not end: the next one goes by events. */
  packedBegun: boolean;
  /** This console went on as another one, and has not said so yet. */
  copied: boolean;
  /** The console it was before, till central is told; its key sealed by the secret box. */
  movedFrom: { device: string; deviceKey: string; publicKey: string };
}

/** Reads one member, or undefined. */
export async function readMeta<K extends keyof Meta>(db: Database, key: K): Promise<Meta[K] | undefined> {
  const found = await db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [key]);
  return found === undefined ? undefined : (JSON.parse(found.value) as Meta[K]);
}

/** Reads these members at once; one that was never written is missing. */
export async function readSome<K extends keyof Meta>(
  db: Database,
  keys: readonly K[],
): Promise<Partial<Pick<Meta, K>>> {
  const places = keys.map(() => '?').join(', ');
  return toMeta(await db.all<MetaRow>(`SELECT key, value FROM meta WHERE key IN (${places})`, keys));
}

/** Reads every member there is. */
export async function readAllMeta(db: Database): Promise<Partial<Meta>> {
  return toMeta(await db.all<MetaRow>('SELECT key, value FROM meta'));
}

interface MetaRow {
  key: string;
  value: string;
}

function toMeta(rows: readonly MetaRow[]): Partial<Meta> {
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)])) as Partial<Meta>;
}

/** Writes the members given, inside the caller's transaction. */
export async function writeMeta(db: Database, values: Partial<Meta>): Promise<void> {
  const rows = Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]);
  await insertRows(db, 'INSERT INTO meta (key, value)', rows, 'ON CONFLICT (key) DO UPDATE SET value = excluded.value');
}

/** Forgets members, inside the caller's transaction. */
export async function forgetMeta(db: Database, keys: readonly (keyof Meta)[]): Promise<void> {
  for (const key of keys) await db.run('DELETE FROM meta WHERE key = ?', [key]);
}
