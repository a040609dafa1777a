import branchesJson from '#data/branches.json';
import type { Branch } from '#shared/domain/branch.ts';

/** Every PERKESO office, headquarters included, in the order of the source table. */
export const branches = branchesJson as readonly Branch[];

const byCode = new Map(branches.map((branch) => [branch.code, branch]));

/** The office with this code, or undefined when there is none. */
export function branchByCode(code: string): Branch | undefined {
  return byCode.get(code);
}

/** The state an office lies in; null for a code nobody knows. */
export function stateOfBranch(code: string): string | null {
  return byCode.get(code)?.state ?? null;
}
