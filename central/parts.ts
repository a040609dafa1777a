import type { Logger } from 'pino';
import type { Geography } from '#shared/geo/geography.ts';
import type { AccessTokens } from './auth/access-tokens.ts';
import type { ReportReader } from './intake/read-report.ts';
import type { Metrics } from './metrics.ts';
import type { Database } from './store/database.ts';
import type { HeadBell } from './store/head-bell.ts';
import type { Identity } from './store/identity-row.ts';
import type { PackedLogs } from './store/packed-log.ts';
import type { Receipts } from './store/receipt.ts';
import type { RuleLog } from './store/rule-log.ts';
import type { Vault } from './store/vault.ts';
import type { Writer } from './store/writer.ts';
import type { Presence } from './sync/presence.ts';

/** What the routes of one central share; made once by `createCentral`. */
export interface Parts {
  identity: Identity;
  version: string;
  database: Database;
  vault: Vault;
  writer: Writer;
  bell: HeadBell;
  presence: Presence;
  tokens: AccessTokens;
  /** Checked against for unknown names too, so that the time to answer does not tell which names exist. */
  nobody: string;
  receipts: Receipts;
  /** The log as new consoles take it. */
  packedLogs: PackedLogs;
  /** What clocks are counted by: shipped, and over it what supervisors set. */
  rules: RuleLog;
  geography: Geography;
  readReport: ReportReader;
  metrics: Metrics;
  log: Logger;
  /** Where `/updates` is served from. */
  updatesFolder: string;
  /** ms since 1970. */
  clock: () => number;
  newId: () => string;
}
