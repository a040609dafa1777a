import { expect, test } from 'vitest';
import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { RowsMessage } from '#shared/contract/view/queue-row.ts';
import { openRowsEarly } from './early-rows.ts';
import { watchRows } from './watch-rows.ts';

const picture: RowsMessage = { kind: 'picture', revision: 1, rows: [] };
const change: RowsMessage = { kind: 'change', from: 1, to: 2, upserts: [], removes: ['a'] };
const later: RowsMessage = { kind: 'change', from: 2, to: 3, upserts: [], removes: ['b'] };
const failure: Failure = { code: 'store', message: { key: 'failure.store' } };

/** An engine whose stream of rows is told by hand. */
function byHand() {
  const held = { on: (_message: RowsMessage) => {}, failed: (_failure: Failure) => {}, opened: 0, stopped: 0 };
  const watch = (_name: string, _input: object, on: typeof held.on, failed: typeof held.failed) => {
    Object.assign(held, { on, failed, opened: held.opened + 1 });
    return () => {
      held.stopped += 1;
    };
  };
  return { held, engine: { role: 'desk', call: () => {}, watch } as unknown as EngineBridge };
}

test('what came before the desk stood is handed over in order, and what comes then goes on; one stream in all', () => {
  const { held, engine } = byHand();
  const early = openRowsEarly(engine);
  held.on(picture);
  held.on(change);
  const told: RowsMessage[] = [];
  early.take(
    (message) => void told.push(message),
    () => {},
  );
  held.on(later);
  expect(told).toEqual([picture, change, later]);
  early.stop();
  expect([held.opened, held.stopped]).toEqual([1, 1]);
});

test('a failure is handed over too, whenever it came', () => {
  const { held, engine } = byHand();
  const early = openRowsEarly(engine);
  held.failed(failure);
  const told: Failure[] = [];
  early.take(
    () => {},
    (one) => void told.push(one),
  );
  held.failed(failure);
  expect(told).toEqual([failure, failure]);
});

test('a gap in what came early opens one other stream and gives the early one up', () => {
  const { held, engine } = byHand();
  const early = openRowsEarly(engine);
  held.on(picture);
  held.on(later);
  held.on({ ...later, from: 3, to: 4 });
  const told: string[] = [];
  const watch = watchRows(
    engine,
    (_rows, kind) => void told.push(kind),
    () => {},
    early,
  );
  expect([held.opened, held.stopped]).toEqual([2, 1]);
  held.on(picture);
  held.on(change);
  expect(told).toEqual(['picture', 'picture', 'change']);
  watch.stop();
  expect([held.opened, held.stopped]).toEqual([2, 2]);
});
