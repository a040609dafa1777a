import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '#engine/create-engine.ts';
import { openLogFile } from '#engine/log-file.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { systemTime } from '#engine/time/system-time.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import { startEmbeddedCentral } from './embedded-central.ts';
import { defaultDataFolder, readHostOptions } from './host-options.ts';
import { servePages } from './serve-pages.ts';
import { createShellCalls } from './shell-calls.ts';

/** The headless host: the console's engine in this process, its screens served to browsers on this computer. */
async function run(): Promise<void> {
  process.umask(0o077); // what lies in the data folder is for its owner alone
  const options = readHostOptions(process.argv.slice(2), defaultDataFolder(process.env));
  const built = dirname(fileURLToPath(import.meta.url));
  const runtime = `Node ${process.versions.node}`;
  const log = openLogFile(join(options.consoleFolder, 'engine.log'), options.verbose);
  const engine = await createEngine({
    folder: options.consoleFolder,
    profile: options.profile,
    lang: options.lang,
    facts: { version: __APP_VERSION__, runtime, embedded: options.centralUrl === null },
    time: systemTime(),
    random: (bytes) => randomBytes(bytes),
    fetch: (url, init) => fetch(url, init),
    log,
    box: PLAIN_BOX,
    carry: options.carry,
  });
  const token = randomBytes(24).toString('base64url');
  const pages = await servePages({
    engine,
    shell: createShellCalls(__APP_VERSION__, runtime),
    folder: join(built, '..', 'renderer'),
    port: options.port,
    token,
    newId: () => uuid7(Date.now(), randomBytes(10)),
  });
  let stopCentral = async () => {};
  if (options.centralUrl !== null) engine.setCentral({ url: options.centralUrl, credentialsFile: null });
  else {
    const file = join(built, 'central.js');
    stopCentral = startEmbeddedCentral(file, options.centralFolder, options.profile, log, (at) =>
      engine.setCentral(at),
    );
  }
  const stop = async () => {
    await Promise.all([pages.close(), stopCentral(), engine.stop()]);
    log.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  process.stdout.write(`open ${pages.origin}/${options.wall ? 'wall' : 'desk'}.html?token=${token}\n`);
}

run().catch((error: unknown) => {
  const taken = (error as { code?: unknown } | null)?.code === 'EADDRINUSE';
  let words = error instanceof Error ? error.message : String(error);
  if (taken) words = 'that port is taken: give another with --port, or leave it out for any free one';
  if (/\b(SQLITE_FULL|ENOSPC)\b/.test(words))
    words = 'the disk is full: free some space, or give another folder with --data';
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
