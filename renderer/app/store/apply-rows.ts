import type { QueueRow, RowsMessage } from '#shared/contract/view/queue-row.ts';

/** The rows of a window and the revision they stand at. */
export interface RowsState {
  revision: number;
  rows: Map<string, QueueRow>;
}

/**
 * Applies a message to the rows in place; a picture replaces them.
 * @returns the state, or `gap` when the change does not continue where the rows stand: ask for a fresh picture.
 */
export function applyRows(state: RowsState | null, message: RowsMessage): RowsState | 'gap' {
  if (message.kind === 'picture') {
    return { revision: message.revision, rows: new Map(message.rows.map((row) => [row.case, row])) };
  }
  if (state === null || message.from !== state.revision) return 'gap';
  for (const row of message.upserts) state.rows.set(row.case, row);
  for (const id of message.removes) state.rows.delete(id);
  state.revision = message.to;
  return state;
}
