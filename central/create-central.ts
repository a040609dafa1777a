import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Geography, loadGeography } from '#shared/geo/geography.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { createAccessTokens } from './auth/access-tokens.ts';
import { hashPassword, newSecret } from './auth/secrets.ts';
import type { App } from './http/app.ts';
import { createHttp } from './http/create-http.ts';
import { createReportReader } from './intake/read-report.ts';
import { createMetrics } from './metrics.ts';
import { watchNotices } from './notify/notice-metrics.ts';
import { type Notify, type NotifyOptions, startNotify } from './notify/start-notify.ts';
import type { Parts } from './parts.ts';
import { plainError } from './plain-error.ts';
import { type Database, openPostgres, openSqlite } from './store/database.ts';
import { createHeadBell } from './store/head-bell.ts';
import { readHeadSeq } from './store/head-row.ts';
import { readOrMakeIdentity } from './store/identity-row.ts';
import { checkMasterKey, readOrMakeMasterKey } from './store/master-key.ts';
import { migrate } from './store/migrate.ts';
import { beginNewEpoch } from './store/new-epoch.ts';
import { createPackedLogs } from './store/packed-log.ts';
import { createReceipts } from './store/receipt.ts';
import { refoldWhenOld } from './store/refold.ts';
import { refuseUnsynced } from './store/refuse-unsynced.ts';
import { openRelay } from './store/relay.ts';
import { createRuleLog } from './store/rule-log.ts';
import { sweepClear } from './store/seal-private-parts.ts';
import { createVault } from './store/vault.ts';
import { createWriter } from './store/writer.ts';
import { createPresence } from './sync/presence.ts';

/** What one central is made of; everything that differs between a product and a test is handed in. */
export interface CentralOptions {
  /** Folder of the SQLite file, the log, the demo's credentials and `updates/`. */
  dataFolder: string;
  /** postgres://… instead of the SQLite file. */
  database?: string | undefined;
  profile: 'demo' | 'live';
  /** What keys lie wrapped under, where it is not to be read from a file. */
  masterKey?: Uint8Array | undefined;
  /** File of the master key, made when missing; `central.key` in the data folder when left out. */
  keyFile?: string | undefined;
  /** The data was just brought back from a backup: a new epoch begins (S-22). Never told twice of one bringing back. */
  restored?: boolean;
  version: string;
  /** ms since 1970. */
  clock: () => number;
  newId: () => string;
  log: Logger;
  /** How messages leave the house; none do when left out. */
  notify?: NotifyOptions | undefined;
  /** A test's hand on the store, to make it fail where it wants; the store as it is when left out. */
  holding?: (database: Database) => Database;
  /** How long an access token is good, seconds; the product's own minutes when left out. */
  accessSeconds?: number | undefined;
  /** What the passwords of unknown names are checked against, a hash; one of a random password when left out. */
  nobody?: string | undefined;
  /** Loaded already, where several centrals share a process; loaded here when left out. */
  geography?: Geography;
}

export interface Central {
  parts: Parts;
  /** Whether this start made the database. */
  fresh: boolean;
  /** Begins to answer on 127.0.0.1. @returns the address, such as http://127.0.0.1:7420 */
  listen(port: number): Promise<string>;
  /** Answers one request in this process, without a socket. */
  inject: App['inject'];
  /** Calls people; null when nothing leaves the house. */
  notify: Notify | null;
  close(): Promise<void>;
}

/**
 * Opens the store and puts one central together.
 * @throws ProfileMismatch when the data belongs to the other profile; Error when the database is newer or unreachable.
 */
export async function createCentral(options: CentralOptions): Promise<Central> {
  const { clock, newId, log } = options;
  const opened =
    options.database === undefined
      ? openSqlite(join(options.dataFolder, 'central.sqlite'))
      : openPostgres(options.database);
  const database = options.holding?.(opened) ?? opened;
  try {
    const masterKey =
      options.masterKey ?? readOrMakeMasterKey(options.keyFile ?? join(options.dataFolder, 'central.key'));
    const vault = createVault(masterKey, newId, (bytes) => randomBytes(bytes));
    await refuseUnsynced(database, options.profile, log);
    await migrate(database, vault);
    await sweepClear(database).catch((error: unknown) =>
      log.error({ error: plainError(error) }, 'what lay unsealed could not be taken off the disk yet'),
    );
    if (options.restored) await beginNewEpoch(database, newId(), clock());
    const wanted = { centralId: newId(), profile: options.profile, epoch: newId(), tokenSecret: newSecret(32) };
    const { fresh, ...identity } = await readOrMakeIdentity(database, wanted, isoMalaysia(clock()));
    await checkMasterKey(database, vault);
    if ((await refoldWhenOld(database, vault)) && !fresh) log.info('every folded row was made anew from the log');
    const bell = await createHeadBell(database, (error) =>
      log.error({ error: plainError(error) }, 'listening for news from other processes failed'),
    );
    const presence = await createPresence(
      (heard) =>
        openRelay(database, heard, (error) =>
          log.error({ error: plainError(error) }, 'hearing who has a case open failed'),
        ),
      clock,
    );
    let head = await readHeadSeq(database.reader);
    bell.listen((seq) => {
      head = seq;
    });
    const geography = options.geography ?? loadGeography();
    const states = new Map(geography.branches.map((branch) => [branch.code, branch.state]));
    const receipts = createReceipts(identity.receiptKey);
    const tools = {
      receipts,
      kind: database.kind,
      vault,
      centralId: identity.centralId,
      newId,
      stateOfBranch: (code: string) => states.get(code),
    };
    const parts: Parts = {
      identity,
      version: options.version,
      database,
      vault,
      bell,
      presence,
      geography,
      receipts,
      packedLogs: createPackedLogs({ database, vault, receipts }),
      rules: createRuleLog(database),
      clock,
      newId,
      log,
      writer: createWriter(database, tools, clock, bell.ring),
      tokens: createAccessTokens(identity.tokenSecret, identity.centralId, clock, options.accessSeconds),
      nobody: options.nobody ?? (await hashPassword(newSecret())),
      readReport: createReportReader(geography),
      metrics: createMetrics(() => ({ live: Math.max(0, bell.count() - 1), head })),
      updatesFolder: join(options.dataFolder, 'updates'),
    };
    watchNotices(parts.metrics.registry, database);
    const app = await createHttp(parts);
    const notify = options.notify === undefined ? null : await startNotify(parts, options.notify);
    return {
      parts,
      fresh,
      async listen(port) {
        await app.listen({ host: '127.0.0.1', port });
        return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
      },
      inject: app.inject.bind(app) as App['inject'],
      notify,
      async close() {
        await notify?.stop();
        await app.close();
        await parts.writer.idle();
        await bell.close();
        await presence.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
