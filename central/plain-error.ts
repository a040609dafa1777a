/** An error as it may be logged: no statement and no values of it, which knex puts before the cause and may name people. */
export function plainError(error: unknown): { name: string; code?: string; message: string; at: string[] } {
  if (!(error instanceof Error)) return { name: 'thrown', message: typeof error, at: [] };
  const { code } = error as NodeJS.ErrnoException;
  const message = error.message.slice(error.message.lastIndexOf(' - ') + 1).trim();
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    message: message.slice(0, 300),
    at: at.slice(0, 8),
  };
}
