import { Ban, TriangleAlert } from 'lucide-react';
import { branchCautions, branchFacts } from '#renderer/app/branch-facts.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { BranchChoice } from '#renderer/app/rank-branches.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatMoment } from '#shared/text/format.ts';

interface BranchRowProps {
  choice: BranchChoice;
  lead: string | null;
  /** The digit that takes it in hand; null where this row has none, left out where no row has. */
  digit?: number | null;
  /** Who is on duty there, where the engine did not propose it; left out while that is not known. */
  duty?: readonly string[] | undefined;
}

/**
 * A branch to choose: code, town, why and load, and by when it would have to acknowledge. Refused: struck, with why. One
 * that declined is struck as well, with when; one with nobody on duty says so.
 */
export function BranchRow({ choice, lead, digit, duty }: BranchRowProps) {
  const say = useSay();
  const { clock } = useDesk();
  const { branch, candidate } = choice;
  const refused = candidate?.refused ?? null;
  const facts = candidate ? branchFacts(candidate, lead, say) : [branch.state];
  const cautions = branchCautions(candidate, say, clock.now(), duty);
  const struck = refused !== null || candidate?.declinedAt !== undefined;
  const ghost = candidate?.ghosts.find((one) => one.key === 'kpi.acknowledgement');
  return (
    <span
      className={struck ? 'branch-row branch-refused' : 'branch-row'}
      data-digits={digit === undefined ? undefined : ''}
    >
      {digit === undefined ? null : <span>{digit === null ? null : <Kbd>{digit}</Kbd>}</span>}
      <span className="code">{branch.code}</span>
      <b>{branch.short}</b>
      <span className="branch-why">
        {refused ? (
          <>
            <Ban size={14} strokeWidth={1.75} aria-hidden /> {say('assign.refused', { why: say.ref(refused) })}
          </>
        ) : (
          <>
            {cautions.length > 0 ? (
              <strong className="branch-caution">
                <TriangleAlert size={14} strokeWidth={1.75} aria-hidden /> {cautions.join(' · ')}
              </strong>
            ) : null}
            {[...facts, ...(branch.verified ? [] : [say('branch.unverified')])].join(' · ')}
          </>
        )}
      </span>
      <span className="branch-due">
        {ghost && !refused
          ? say('assign.due', {
              clock: say('clock.name.kpi.acknowledgement'),
              at: formatMoment(say.lang, ghost.due, clock.now()),
            })
          : null}
      </span>
    </span>
  );
}
