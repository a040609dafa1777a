import { describe, expect, it } from 'vitest';
import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { shareCaseWatch } from './share-case-watch.ts';

/** An engine that keeps every stream it was asked for. */
function engine() {
  const streams: { case: string; tell(n: number): void; fail(): void; ended: boolean }[] = [];
  const watch = (
    _call: string,
    input: { case: string },
    onItem: (detail: CaseDetail) => void,
    onFailure: (failure: Failure) => void,
  ) => {
    const stream = {
      case: input.case,
      ended: false,
      tell: (n: number) => onItem({ n } as unknown as CaseDetail),
      fail: () => onFailure({ code: 'not-found', message: { key: 'failure.not-found' } }),
    };
    streams.push(stream);
    return () => {
      stream.ended = true;
    };
  };
  return { streams, watchCase: shareCaseWatch({ watch } as unknown as EngineBridge) };
}

describe('a case that several parts of a window look at', () => {
  it('is one stream; who comes later is told the latest; it ends with the last', () => {
    const { streams, watchCase } = engine();
    const [drawer, map]: unknown[][] = [[], []];
    const first = watchCase('a', (detail) => drawer?.push(detail));
    streams[0]?.tell(1);
    const second = watchCase('a', (detail) => map?.push(detail));
    streams[0]?.tell(2);
    expect(streams).toHaveLength(1);
    expect([drawer, map]).toEqual([
      [{ n: 1 }, { n: 2 }],
      [{ n: 1 }, { n: 2 }],
    ]);
    first();
    expect(streams[0]?.ended).toBe(false);
    second();
    expect(streams[0]?.ended).toBe(true);
    watchCase('a', () => {});
    expect(streams).toHaveLength(2);
  });

  it('tells a failure to all, and is opened anew by the next who asks, whatever the others still hold', () => {
    const { streams, watchCase } = engine();
    const failed: string[] = [];
    const stop = watchCase(
      'a',
      () => {},
      ({ code }) => failed.push(code),
    );
    watchCase('a', () => {});
    streams[0]?.fail();
    expect(failed).toEqual(['not-found']);
    const seen: unknown[] = [];
    watchCase('a', (detail) => seen.push(detail));
    stop();
    streams[1]?.tell(3);
    expect(seen).toEqual([{ n: 3 }]);
    expect(streams.map(({ ended }) => ended)).toEqual([false, false]);
  });
});
