import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';

export type DetailState = { at: 'loading' } | { at: 'failed'; failure: Failure } | { at: 'open'; detail: CaseDetail };

const LOADING: DetailState = { at: 'loading' };

/** The case as the engine streams it. @param attempt another number tries again after a failure. */
export function useCaseDetail(caseId: string, attempt: number): DetailState {
  const { watchCase } = useDesk();
  const [state, setState] = useState<{ of: string; state: DetailState }>({ of: caseId, state: LOADING });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the stream anew
  useEffect(() => {
    setState({ of: caseId, state: LOADING });
    return watchCase(
      caseId,
      (detail) => setState({ of: caseId, state: { at: 'open', detail } }),
      (failure) => setState({ of: caseId, state: { at: 'failed', failure } }),
    );
  }, [watchCase, caseId, attempt]);
  return state.of === caseId ? state.state : LOADING;
}
