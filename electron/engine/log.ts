/** Writes one line of the log: never personal data, never free text of a report. */
export interface EngineLog {
  error(message: string, facts?: Record<string, unknown>): void;
  info(message: string, facts?: Record<string, unknown>): void;
  debug(message: string, facts?: Record<string, unknown>): void;
}

/** What a log may say about something thrown: its kind and code, and its message cut short. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown value';
  const { code } = error as { code?: unknown };
  return `${error.name}${typeof code === 'string' ? ` ${code}` : ''}: ${error.message.slice(0, 200)}`;
}

/** A log that keeps nothing. */
export const SILENT_LOG: EngineLog = { error: () => {}, info: () => {}, debug: () => {} };
