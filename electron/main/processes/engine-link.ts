import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { Log } from '#main/log.ts';
import type { WindowRole } from '#shared/contract/ipc.ts';
import type { TileSource } from '#shared/domain/tile-source.ts';
import type { CentralPlace, EngineStart, FromEngine, ToEngine } from './engine-messages.ts';
import { supervise } from './supervise.ts';

/** The shell's hold on the engine: it starts it, brings windows together with it, and keeps out of their traffic. */
export interface EngineLink {
  /** A port for one window's page. An earlier port of the same window is closed by it. */
  openPort(role: WindowRole, window: string): MessagePortMain | null;
  closePort(window: string): void;
  /** Tells the engine (and every later life of it) where central answers. */
  tellCentral(place: CentralPlace): void;
  stop(): Promise<void>;
}

/** What the shell hears of the engine. */
export interface EngineNews {
  /** A new life of it began: every window needs a new port. */
  restart(): void;
  /** Where pictures under the map come from now. */
  tiles(source: TileSource | null): void;
}

/**
 * Starts the engine in a process of its own.
 * @param file the built entry of the engine's process
 */
export function startEngineLink(file: string, start: EngineStart, log: Log, on: EngineNews): EngineLink {
  let central: CentralPlace | null = null;
  let lives = 0;
  const engine = supervise('engine', log, () => {
    const child = utilityProcess.fork(file, [], { serviceName: 'Prihatin engine', stdio: 'inherit' });
    const send = (message: ToEngine) => child.postMessage(message);
    send({ t: 'start', ...start });
    if (central !== null) send({ t: 'central', ...central });
    child.on('message', (message: FromEngine) => receive(message));
    lives += 1;
    if (lives > 1) child.once('spawn', on.restart);
    return child;
  });

  function receive(message: FromEngine): void {
    if (message.t === 'log') log[message.level](message.message, message.facts);
    else if (message.t === 'tiles') on.tiles(message.source);
    else if (message.t === 'failed') log.error('engine failed', { reason: message.reason });
    else log.info('engine ready');
  }

  return {
    openPort(role, window) {
      const child = engine.current();
      if (child === null) return null;
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ t: 'window', role, window } satisfies ToEngine, [port1]);
      return port2;
    },
    closePort: (window) => engine.current()?.postMessage({ t: 'window-closed', window } satisfies ToEngine),
    tellCentral(place) {
      central = place;
      engine.current()?.postMessage({ t: 'central', ...place } satisfies ToEngine);
    },
    stop: () => engine.stop((child) => child.postMessage({ t: 'stop' } satisfies ToEngine)),
  };
}
