import { useSay } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';

/** Said before Enter, where the office to be chosen has nobody on duty. */
export function DutyHint({ candidate }: { candidate: Candidate | null }) {
  const say = useSay();
  if (candidate?.duty?.length !== 0 || candidate.refused !== null) return null;
  return (
    <p className="assign-duty" role="status">
      {say('assign.nobody.hint', { code: candidate.branch })}
    </p>
  );
}
