/** Writes one line of the log: never personal data, never free text of a report. */
export interface Log {
  error(message: string, facts?: Record<string, unknown>): void;
  info(message: string, facts?: Record<string, unknown>): void;
  debug(message: string, facts?: Record<string, unknown>): void;
}

/** A log that writes `TIME LEVEL message {facts}` lines through `write`; DEBUG lines only when `verbose`. */
export function createLog(write: (line: string) => void, now: () => Date, verbose: boolean): Log {
  const line = (level: string) => (message: string, facts?: Record<string, unknown>) =>
    write(`${now().toISOString()} ${level} ${message}${facts ? ` ${JSON.stringify(facts)}` : ''}\n`);
  return { error: line('ERROR'), info: line('INFO'), debug: verbose ? line('DEBUG') : () => {} };
}

/** What a log may say about something thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
