import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CentralAt } from '#engine/create-engine.ts';
import type { EngineLog } from '#engine/log.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * Runs a central of this console's own on loopback, in a process of its own, and starts it again when it dies.
 * @param file the built `central.js`
 * @param ready told its address each time it answers
 * @returns a function that ends it and resolves when it is gone
 */
export function startEmbeddedCentral(
  file: string,
  folder: string,
  profile: 'demo' | 'live',
  log: EngineLog,
  ready: (place: CentralAt) => void,
): () => Promise<void> {
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let port = '0';
  let wait = FIRST_WAIT_MS;

  const live = () => {
    const words = [
      '--enable-source-maps',
      file,
      '--port',
      port,
      '--data',
      folder,
      '--profile',
      profile,
      '--with-parent',
    ];
    const mine = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    child = mine;
    let answered = false;
    createInterface({ input: mine.stdout }).on('line', (line) => {
      const url = /^ready (https?:\/\/\S+)$/.exec(line.trim())?.[1];
      if (url === undefined) return;
      answered = true;
      wait = FIRST_WAIT_MS;
      // Later lives keep the port, so that other consoles of this central find it again.
      port = new URL(url).port;
      ready({ url, credentialsFile: profile === 'demo' ? join(folder, 'demo-credentials.json') : null });
    });
    mine.once('exit', (code) => {
      child = null;
      if (stopping) return;
      if (!answered) port = '0';
      log.error('embedded central ended, starting it again', { code, waitMs: wait });
      timer = setTimeout(live, wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    });
  };
  live();
  return () =>
    new Promise((resolve) => {
      stopping = true;
      clearTimeout(timer);
      const mine = child;
      if (mine === null) return resolve();
      const hard = setTimeout(() => mine.kill('SIGKILL'), 3_000);
      mine.once('exit', () => {
        clearTimeout(hard);
        resolve();
      });
      mine.kill('SIGTERM');
    });
}
