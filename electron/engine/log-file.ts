import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import pino from 'pino';
import type { EngineLog } from './log.ts';

/** A log that appends JSON lines to `file` (made when missing). `close` writes out what waits. */
export function openLogFile(file: string, verbose: boolean): EngineLog & { close(): void } {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const destination = pino.destination({ dest: file, sync: false, minLength: 0 });
  const logger = pino(
    {
      level: verbose ? 'debug' : 'info',
      base: null,
      formatters: { level: (level) => ({ level: level.toUpperCase() }) },
    },
    destination,
  );
  return {
    error: (message, facts) => logger.error(facts ?? {}, message),
    info: (message, facts) => logger.info(facts ?? {}, message),
    debug: (message, facts) => logger.debug(facts ?? {}, message),
    close: () => {
      destination.flushSync();
      destination.end();
    },
  };
}
