import { Ban } from 'lucide-react';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { BranchChoice } from '#renderer/app/rank-branches.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatKm, formatMoment } from '#shared/text/format.ts';

/** A branch to choose: code, town, why and load, and by when it would have to acknowledge. Refused: struck, with why. */
export function BranchRow({ choice, lead }: { choice: BranchChoice; lead: string | null }) {
  const say = useSay();
  const { clock } = useDesk();
  const { branch, candidate } = choice;
  const refused = candidate?.refused ?? null;
  const facts = candidate
    ? [
        candidate.suggested ? say('assign.suggested') : null,
        branch.code === lead ? say('assign.current') : null,
        candidate.km === null ? null : formatKm(candidate.km),
        say('assign.active', { n: candidate.active }),
        candidate.late > 0 ? say('assign.late', { n: candidate.late }) : null,
      ].filter((one) => one !== null)
    : [branch.state];
  const ghost = candidate?.ghosts.find((one) => one.key === 'kpi.acknowledgement');
  return (
    <span className={refused ? 'branch-row branch-refused' : 'branch-row'}>
      <span className="code">{branch.code}</span>
      <b>{branch.short}</b>
      <span className="branch-why">
        {refused ? (
          <>
            <Ban size={14} strokeWidth={1.75} aria-hidden /> {say('assign.refused', { why: say.ref(refused) })}
          </>
        ) : (
          [...facts, ...(branch.verified ? [] : [say('branch.unverified')])].join(' · ')
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
