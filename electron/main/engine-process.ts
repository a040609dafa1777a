import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createEngine, type Engine } from '#engine/create-engine.ts';
import { reasonOf } from '#engine/log.ts';
import { openLogFile } from '#engine/log-file.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { startFailure } from '#engine/start-failure.ts';
import { systemTime } from '#engine/time/system-time.ts';
import { framesOverPort } from '#engine/transport/message-port.ts';
import type { EngineStart, FromEngine, ToEngine } from './processes/engine-messages.ts';
import { keyBox } from './processes/key-box.ts';
import { refuseCalls } from './processes/refuse-calls.ts';

/** The entry of the engine's own process: it turns the shell's messages into an engine on this computer's real parts. */

const RETRY_MS = 10_000;
const shell = process.parentPort;
const tell = (message: FromEngine) => shell.postMessage(message);
const ends = new Map<string, () => void>();
let engine: Promise<Engine | null> = Promise.resolve(null);
let closeLog = () => {};
let failure = startFailure(null);

async function start(wish: EngineStart): Promise<Engine | null> {
  process.umask(0o077); // what lies in the data folder is for its owner alone
  const log = openLogFile(join(wish.folder, 'engine.log'), wish.verbose);
  closeLog = () => log.close();
  try {
    const made = await createEngine({
      folder: wish.folder,
      profile: wish.profile,
      lang: wish.lang,
      facts: { version: wish.version, runtime: wish.runtime, embedded: wish.embedded },
      time: systemTime(),
      random: (bytes) => randomBytes(bytes),
      fetch: (url, init) => fetch(url, init),
      log,
      carry: wish.carry,
      tiles: (source) => tell({ t: 'tiles', source }),
      box: wish.key === null ? PLAIN_BOX : keyBox(Buffer.from(wish.key, 'base64')),
    });
    tell({ t: 'ready' });
    return made;
  } catch (error) {
    log.error('engine did not start', { reason: reasonOf(error) });
    failure = startFailure(error);
    tell({ t: 'failed', reason: reasonOf(error) });
    // A full disk or a locked store may pass: end, so that the shell starts this process anew.
    setTimeout(() => process.exit(1), RETRY_MS);
    return null;
  }
}

async function receive(message: ToEngine, port: Electron.MessagePortMain | undefined): Promise<void> {
  const running = await engine;
  if (message.t === 'central') running?.setCentral(message);
  else if (message.t === 'window-closed') {
    ends.get(message.window)?.();
    ends.delete(message.window);
  } else if (message.t === 'window' && port !== undefined) {
    ends.get(message.window)?.();
    const frames = framesOverPort(port);
    if (running === null) refuseCalls(frames, failure);
    else ends.set(message.window, running.attach(frames, { role: message.role, window: message.window }));
  } else if (message.t === 'stop') {
    await running?.stop();
    closeLog();
    process.exit(0);
  }
}

shell.on('message', ({ data, ports }: { data: ToEngine; ports: Electron.MessagePortMain[] }) => {
  if (data.t === 'start') engine = start(data);
  else void receive(data, ports[0]);
});
