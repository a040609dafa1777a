import { branchFacts } from '#renderer/app/branch-facts.ts';
import type { Say } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { branches } from '#shared/geo/branches.ts';
import type { Choice } from './choice.ts';
import { fitBranches } from './fit-branches.ts';

/** Lines the palette shows of the branches. */
const MOST = 7;

interface AssistAsk {
  /** What was typed of a branch. */
  rest: string;
  cases: readonly QueueRow[];
  candidates: readonly Candidate[];
  /** Of the first case; null while it is not known. */
  detail: Pick<CaseDetail, 'allowed' | 'around'> | null;
}

/** Branches that could help the one that leads; one that helps already can be taken off. The lead itself is refused. */
export function assistChoices({ rest, cases, candidates, detail }: AssistAsk, say: Say): Choice[] {
  if (cases.length === 0) return [];
  const verdict = detail?.allowed.find(({ act }) => act === 'set-assist');
  const why = verdict?.verdict === 'no' && verdict.why ? say.ref(verdict.why) : null;
  if (why !== null) {
    const deed = { kind: 'ask', ask: () => {} } as const;
    return [{ id: 'assist', code: null, title: say('act.set-assist'), why, side: '', refused: why, deed }];
  }
  const ids = cases.map((row) => row.case);
  const helping: readonly string[] = cases.length === 1 ? (detail?.around.assist ?? []) : [];
  return fitBranches(rest, candidates, branches)
    .slice(0, MOST)
    .map(({ branch, candidate }): Choice => {
      const { code } = branch;
      const helps = helping.includes(code);
      const leads = cases.some(({ lead }) => lead === code);
      return {
        id: code,
        code,
        title: branch.short,
        why: candidate ? branchFacts({ ...candidate, suggested: false }, null, say).join(' · ') : branch.state,
        side: helps ? say('palette.assist.helps') : '',
        refused: leads ? say('assign.already', { code }) : null,
        verb: helps ? say('around.assist.remove', { code }) : say('palette.assist.one', { code }),
        deed: { kind: 'commit', act: { kind: 'set-assist', cases: ids, branch: code, on: !helps } },
      };
    });
}
