import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type Central, type CentralOptions, createCentral } from '#central/create-central.ts';
import type { DemoCredentials } from '#central/demo/demo-credentials.ts';
import { startDemo } from '#central/demo/start-demo.ts';
import { createNewId } from '#central/new-id.ts';
import { type Geography, loadGeography } from '#shared/geo/geography.ts';

/** A central of a test's own, in this process, on a free port. */
export interface TestCentral {
  url: string;
  /** API key and users; `users[0]` is a supervisor and `users[1]` a coordinator, both with HQ scope. */
  credentials: DemoCredentials;
  /** Path of `demo-credentials.json`, as a console is given it. */
  credentialsFile: string;
  dataFolder: string;
  central: Central;
  /** Ends it; its data stays when `dataFolder` was handed in. */
  stop(): Promise<void>;
}

export interface TestCentralOptions {
  /** postgres://… of an empty database; SQLite in the data folder when left out. */
  database?: string;
  /** A folder of an earlier run, to start again on its data. */
  dataFolder?: string;
  /** The port to answer on; any free one when left out. */
  port?: number;
  /** Load the demo's sample incidents too. */
  sample?: boolean;
  /** Its data was just brought back from a backup. */
  restored?: boolean;
  /** ms since 1970; the computer's own clock when left out. */
  clock?: () => number;
  /** How messages leave the house; none do when left out. */
  notify?: NonNullable<CentralOptions['notify']>;
  /** A test's hand on the store. */
  holding?: NonNullable<CentralOptions['holding']>;
}

/** Read-only, and slow enough to load that the centrals of one test file share it. */
let geography: Geography | undefined;

/** Starts an empty demo central (people and an API key, no incidents unless `sample`), with feed and squads still. */
export async function startCentral(options: TestCentralOptions = {}): Promise<TestCentral> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  const clock = options.clock ?? Date.now;
  geography ??= loadGeography();
  const central = await createCentral({
    dataFolder,
    database: options.database,
    profile: 'demo',
    restored: options.restored ?? false,
    // Several centrals of a test may share one database, or bring back a copy of it elsewhere.
    masterKey: new Uint8Array(32).fill(7),
    version: 'test',
    clock,
    newId: createNewId(clock),
    log: pino({ level: 'silent' }),
    geography,
    notify: options.notify,
    ...(options.holding === undefined ? {} : { holding: options.holding }),
  });
  const demo = await startDemo(central.parts, { dataFolder, feed: false, sample: options.sample ?? false });
  const url = await central.listen(options.port ?? 0);
  const credentialsFile = join(dataFolder, 'demo-credentials.json');
  return {
    url,
    credentials: JSON.parse(readFileSync(credentialsFile, 'utf8')) as DemoCredentials,
    credentialsFile,
    dataFolder,
    central,
    async stop() {
      demo.stop();
      await central.close();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
