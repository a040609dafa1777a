import { useEffect, useState } from 'react';
import { branchFacts } from '#renderer/app/branch-facts.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { rankBranches } from '#renderer/app/rank-branches.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branches } from '#shared/geo/branches.ts';
import { ChipChoice } from './chip-choice.tsx';

interface AssistChoiceProps {
  detail: CaseDetail;
  onPick(branch: string): void;
  onClose(): void;
}

/** The branches that may help a case, in the order and with the distance and load of the list it is assigned from. */
export function AssistChoice({ detail, onPick, onClose }: AssistChoiceProps) {
  const say = useSay();
  const { engine } = useDesk();
  const [query, setQuery] = useState('');
  const [candidates, setCandidates] = useState<readonly Candidate[] | null>(null);
  const { case: id, lead } = detail.row;
  useEffect(() => {
    let stale = false;
    void engine.call('candidates.get', { cases: [id] }).then((reply) => {
      if (!stale) setCandidates(reply.ok ? reply.value : []);
    });
    return () => {
      stale = true;
    };
  }, [engine, id]);
  const there = [lead, ...detail.around.assist];
  return (
    <ChipChoice
      label={say('around.assist.add')}
      query={query}
      onQuery={setQuery}
      options={
        candidates === null
          ? null
          : rankBranches(query, candidates, branches)
              .filter(({ branch }) => !there.includes(branch.code))
              .map(({ branch, candidate }) => ({
                value: branch.code,
                label: `${branch.code} ${branch.short}`,
                note: candidate ? branchFacts(candidate, lead, say).join(' · ') : branch.state,
              }))
      }
      onPick={onPick}
      onClose={onClose}
    />
  );
}
