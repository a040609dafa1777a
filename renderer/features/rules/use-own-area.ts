import { usePicture } from '#renderer/app/use-picture.ts';
import { branchByCode } from '#shared/geo/branches.ts';

/** Where whoever sits here looks first: their own office and state, or those of headquarters. */
export function useOwnArea(): { branch: string | null; state: string } {
  const scope = usePicture((picture) => picture.session.user?.scope);
  if (scope?.kind === 'branch') return { branch: scope.branch, state: branchByCode(scope.branch)?.state ?? HOME };
  return { branch: null, state: scope?.kind === 'state' ? scope.state : HOME };
}

const HOME = 'Kuala Lumpur';
