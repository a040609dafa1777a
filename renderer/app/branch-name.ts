import { branchByCode } from '#shared/geo/branches.ts';

/** An office by its code and town; the code alone where nobody here knows it. */
export function branchName(code: string): string {
  const branch = branchByCode(code);
  return branch ? `${code} ${branch.short}` : code;
}
