import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { Log } from '#main/log.ts';
import type { CentralPlace } from './engine-messages.ts';
import { createReadyReader } from './ready-line.ts';
import { supervise } from './supervise.ts';

/**
 * Runs a central of this console's own on loopback, in a process of its own, on a free port that later lives keep.
 * @param onReady told each time it answers, with its address
 * @returns a function that ends it
 */
export function startEmbeddedCentral(
  file: string,
  folder: string,
  profile: 'demo' | 'live',
  log: Log,
  onReady: (place: CentralPlace) => void,
): () => Promise<void> {
  let port = '0';
  const central = supervise('central', log, () => {
    const words = ['--port', port, '--data', folder, '--profile', profile];
    const child = utilityProcess.fork(file, words, { serviceName: 'Prihatin central', stdio: 'pipe' });
    // A port that another program took meanwhile is given up for a free one at the next start.
    let answered = false;
    const read = createReadyReader((url) => {
      answered = true;
      port = new URL(url).port;
      log.info('embedded central ready', { url });
      onReady({ url, credentialsFile: profile === 'demo' ? join(folder, 'demo-credentials.json') : null });
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      read(chunk.toString('utf8'));
      process.stdout.write(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk));
    child.once('exit', () => {
      if (!answered) port = '0';
    });
    return child;
  });
  return () => central.stop();
}
