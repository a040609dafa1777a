import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';

const NONE: readonly Candidate[] = [];

/** The branches that could take these cases, the one meant among them; none while that is not known. */
export function useCandidates(cases: readonly string[], meant: string | null): readonly Candidate[] {
  const { engine } = useDesk();
  const [known, setKnown] = useState<{ key: string; candidates: readonly Candidate[] } | null>(null);
  const key = cases.join();
  useEffect(() => {
    if (key === '') return;
    let stale = false;
    const ask = { cases: key.split(','), ...(meant === null ? {} : { branch: meant }) };
    void engine.call('candidates.get', ask).then((reply) => {
      if (!stale && reply.ok) setKnown({ key, candidates: reply.value });
    });
    return () => {
      stale = true;
    };
  }, [engine, key, meant]);
  // What was said of other cases says nothing of these.
  return key !== '' && known?.key === key ? known.candidates : NONE;
}

/** What is known of a case, with what may be done with it; null while that is not known. */
export function useDetail(id: string | null): CaseDetail | null {
  const { engine } = useDesk();
  const [known, setKnown] = useState<{ id: string; detail: CaseDetail } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let stale = false;
    void engine.call('case.get', { case: id }).then((reply) => {
      if (!stale && reply.ok) setKnown({ id, detail: reply.value });
    });
    return () => {
      stale = true;
    };
  }, [engine, id]);
  return id !== null && known?.id === id ? known.detail : null;
}
