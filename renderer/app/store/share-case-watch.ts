import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';

interface Listener {
  onDetail(detail: CaseDetail): void;
  onFailure?: ((failure: Failure) => void) | undefined;
}

interface Shared {
  listeners: Set<Listener>;
  latest: CaseDetail | null;
  stop(): void;
}

export type WatchCase = (
  caseId: string,
  onDetail: (detail: CaseDetail) => void,
  onFailure?: (failure: Failure) => void,
) => () => void;

/**
 * One stream of a case for all who look at it in this window: drawer and map draw the same detail, made once. Who comes
 * later is told the latest at once; the stream ends with the last one, and after a failure the next to ask opens it anew.
 */
export function shareCaseWatch(engine: EngineBridge): WatchCase {
  const open = new Map<string, Shared>();
  return (caseId, onDetail, onFailure) => {
    const listener: Listener = { onDetail, onFailure };
    let shared = open.get(caseId);
    if (shared === undefined) {
      const begun: Shared = { listeners: new Set(), latest: null, stop: () => {} };
      shared = begun;
      open.set(caseId, begun);
      begun.stop = engine.watch(
        'case.watch',
        { case: caseId },
        (detail) => {
          begun.latest = detail;
          for (const one of begun.listeners) one.onDetail(detail);
        },
        (failure) => {
          if (open.get(caseId) === begun) open.delete(caseId);
          for (const one of begun.listeners) one.onFailure?.(failure);
        },
      );
    }
    const own = shared;
    own.listeners.add(listener);
    if (own.latest !== null) onDetail(own.latest);
    return () => {
      own.listeners.delete(listener);
      if (own.listeners.size > 0) return;
      own.stop();
      if (open.get(caseId) === own) open.delete(caseId);
    };
  };
}
