import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { QueueRow, RowsMessage } from '#shared/contract/view/queue-row.ts';
import { applyRows, type RowsState } from './apply-rows.ts';
import type { EarlyRows } from './early-rows.ts';

export interface RowsWatch {
  /** Asks for a fresh picture. */
  reopen(): void;
  stop(): void;
}

/**
 * Keeps the rows as the engine streams them. A change that does not continue where the rows stand opens the stream
 * anew, so a lost message never leaves a wrong row on the screen.
 * @param early a stream that was opened before, to go on with; one of its own when left out
 * @param changed the rows after each message; the same Map, changed in place, between pictures.
 */
export function watchRows(
  engine: EngineBridge,
  changed: (rows: ReadonlyMap<string, QueueRow>, kind: 'picture' | 'change') => void,
  failed: (failure: Failure) => void,
  early?: EarlyRows,
): RowsWatch {
  let opened = early;
  let state: RowsState | null = null;
  let stop = () => {};
  let turn = 0;
  const open = () => {
    stop();
    state = null;
    const own = ++turn;
    const take = (message: RowsMessage) => {
      // What a stream that was given up had still to say is of no matter.
      if (own !== turn) return;
      const next = applyRows(state, message);
      if (next === 'gap') return open();
      state = next;
      changed(next.rows, message.kind);
    };
    const before = opened;
    opened = undefined;
    if (before === undefined) stop = engine.watch('rows.watch', {}, take, failed);
    else {
      // Known before it hands over: a gap in what came already gives it up too.
      stop = before.stop;
      before.take(take, failed);
    }
  };
  open();
  return { reopen: open, stop: () => stop() };
}
