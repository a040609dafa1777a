import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { RowsMessage } from '#shared/contract/view/queue-row.ts';

/** The stream of rows, opened before there is a desk to show them. */
export interface EarlyRows {
  /** Hands over what came and what comes from now on. */
  take(on: (message: RowsMessage) => void, failed: (failure: Failure) => void): void;
  stop(): void;
}

/** Asks for the rows at once, so that the engine reads them while the page learns who sits here and builds the desk. */
export function openRowsEarly(engine: EngineBridge): EarlyRows {
  const came: RowsMessage[] = [];
  const failures: Failure[] = [];
  let tell = (message: RowsMessage): void => void came.push(message);
  let fail = (failure: Failure): void => void failures.push(failure);
  const stop = engine.watch(
    'rows.watch',
    {},
    (message) => tell(message),
    (failure) => fail(failure),
  );
  return {
    take(on, failed) {
      [tell, fail] = [on, failed];
      for (const message of came.splice(0)) on(message);
      for (const failure of failures.splice(0)) failed(failure);
    },
    stop,
  };
}
