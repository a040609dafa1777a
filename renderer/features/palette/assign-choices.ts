import { branchCautions, branchFacts } from '#renderer/app/branch-facts.ts';
import type { Say } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { branches } from '#shared/geo/branches.ts';
import { formatMoment } from '#shared/text/format.ts';
import type { Choice } from './choice.ts';
import { assignText } from './command-text.ts';
import { fitBranches } from './fit-branches.ts';
import type { Reading } from './read-command.ts';

/** Lines the palette shows of the branches. */
const MOST = 7;

interface AssignAsk {
  reading: Reading;
  cases: readonly QueueRow[];
  candidates: readonly Candidate[];
  /** Who is on duty by branch; null while that is not known. */
  duty: ReadonlyMap<string, readonly string[]> | null;
  /** ms since 1970. */
  now: number;
}

/** Branches that the cases could go to, each with what that would mean; those that refuse stay, with the reason. */
export function assignChoices({ reading, cases, candidates, duty, now }: AssignAsk, say: Say): Choice[] {
  return fitBranches(reading.rest, candidates, branches)
    .slice(0, MOST)
    .map(({ branch, candidate }): Choice => {
      const { code } = branch;
      const going = cases.filter(({ lead }) => lead !== code);
      const owed = reading.reason === '' ? reasonOwed(going, code, candidate, say) : null;
      const ghost = candidate?.ghosts.find(({ key }) => key === 'kpi.acknowledgement');
      const act = { kind: 'assign', cases: going.map((row) => row.case), branch: code } as const;
      const refused = candidate?.refused
        ? say('assign.refused', { why: say.ref(candidate.refused) })
        : going.length === 0
          ? say('assign.already', { code })
          : null;
      return {
        id: code,
        code,
        title: branch.short,
        cautions: branchCautions(candidate, say, now, duty ? (duty.get(code) ?? []) : undefined),
        why: [candidate ? branchFacts(candidate, null, say).join(' · ') : branch.state, owed]
          .filter((part) => part !== null)
          .join(' · '),
        side: ghost
          ? say('assign.due', {
              clock: say('clock.name.kpi.acknowledgement'),
              at: formatMoment(say.lang, ghost.due, now),
            })
          : '',
        refused,
        verb:
          owed !== null
            ? say('palette.reason.do')
            : going.length > 1
              ? say('palette.assign.many', { n: going.length, code })
              : say('palette.assign.one', { code }),
        deed:
          owed === null
            ? { kind: 'commit', act: { ...act, ...(reading.reason === '' ? {} : { reason: reading.reason }) } }
            : { kind: 'fill', text: assignText(reading, code, say), supposes: act },
      };
    });
}

/** Why a reason must be given: the rules want one, or another branch was suggested. */
function reasonOwed(going: readonly QueueRow[], code: string, candidate: Candidate | null, say: Say): string | null {
  const suggested = going.find((row) => row.suggested && row.suggested.branch !== code)?.suggested?.branch;
  if (suggested !== undefined) return say('palette.override', { code: suggested });
  return candidate?.verdict === 'with-reason' ? say('palette.reason.needed') : null;
}
