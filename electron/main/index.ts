import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { readLaunchOptions } from './launch-options.ts';
import { createLog, reasonOf } from './log.ts';
import { runConsole } from './run-console.ts';
import { registerAppScheme } from './security/app-pages.ts';

const built = dirname(dirname(fileURLToPath(import.meta.url)));

app.setName('prihatin-console');
const reading = readLaunchOptions(process.argv.slice(1), app.getPath('userData'));

if (!reading.ok) {
  process.stderr.write(`✗ ${reading.reason}\n`);
  app.exit(2);
} else {
  const { options } = reading;
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
    options.verbose,
  );
  process.on('uncaughtException', (error) => log.error('uncaught', { reason: reasonOf(error), stack: error.stack }));
  // As root Chromium's sandbox cannot run; enableSandbox would take the switch away again and end in a crash loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.setPath('userData', options.folders.window);
  registerAppScheme();
  if (app.requestSingleInstanceLock({ wall: options.wall })) {
    // Never awaited at the top level: an ESM main that waits for "ready" here waits for ever.
    app.whenReady().then(
      () => runConsole(app, options, built, log),
      (error: unknown) => log.error('not started', { reason: reasonOf(error) }),
    );
  } else {
    log.info('this console runs already on that data folder: its window was brought to the front');
    app.exit(0);
  }
}
