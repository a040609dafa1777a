import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { backUp } from './back-up.ts';
import { readCommandLine } from './command-line.ts';
import { createCentral } from './create-central.ts';
import { startDemo } from './demo/start-demo.ts';
import { firstAdminPath } from './first-admin.ts';
import { createNewId } from './new-id.ts';
import { readNotifySettings } from './notify/notify-settings.ts';
import { plainError } from './plain-error.ts';
import { readKeyText } from './store/master-key.ts';
import { VERSION } from './version.ts';

/** Starts one central and keeps it until it is told to end; `ready http://…` is the only line on stdout. */
async function main(): Promise<void> {
  process.umask(0o077); // what lies in the data folder is for its owner alone
  const line = readCommandLine(process.argv.slice(2));
  if (line.backup !== undefined) {
    const rest = await backUp(line, line.backup);
    process.stdout.write(`${rest === '' ? `backed up to ${line.backup}` : rest}\n`);
    process.exit(0);
  }
  mkdirSync(line.dataFolder, { recursive: true, mode: 0o700 });
  const file = pino.destination({ dest: join(line.dataFolder, 'central.log'), sync: false, mkdir: true });
  await once(file, 'ready'); // an exit before would bury its reason under the log's own failure
  const log = pino({ base: null, level: process.env.PRIHATIN_LOG === 'debug' ? 'debug' : 'info' }, file);
  const clock = Date.now;
  const given = process.env.PRIHATIN_KEY;
  const masterKey = given === undefined ? undefined : readKeyText(given, 'PRIHATIN_KEY');
  const notify = readNotifySettings(line.notify, process.env, clock);
  const newId = createNewId(clock);
  const central = await createCentral({ ...line, notify, masterKey, version: VERSION, clock, newId, log });
  const demo = line.profile === 'demo' ? await startDemo(central.parts, line) : null;
  const url = await central.listen(line.port);
  demo?.begin(url);
  const setup = line.profile === 'live' ? await firstAdminPath(central.parts) : null;
  if (setup !== null) process.stderr.write(`Open once, within 24 hours, to make the first admin: ${url}${setup}\n`);
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    demo?.stop();
    central.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: plainError(error) }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (line.withParent) process.stdin.resume().on('end', end).on('error', end);
  // Last: who reads it may end this process at once.
  log.info({ url, profile: line.profile, database: central.parts.database.kind }, 'ready');
  process.stdout.write(`ready ${url}\n`);
}

const full = 'the disk is full: free some space, or give another folder with --data';
const barred = 'its folder may not be written: make it writable for you, or give another with --data';
const fixes: Readonly<Record<string, string>> = {
  EADDRINUSE: 'this port is taken by another program: give another with --port, or --port 0 for any free one',
  ENOSPC: full,
  SQLITE_FULL: full,
  EACCES: barred,
  EROFS: barred,
  SQLITE_READONLY: barred,
};

main().catch((error: NodeJS.ErrnoException) => {
  process.stderr.write(`central: ${fixes[error.code ?? ''] ?? plainError(error).message}\n`);
  process.exit(1);
});
