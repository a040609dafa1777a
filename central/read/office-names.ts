import type { Geography } from '#shared/geo/geography.ts';
import type { Names } from '#shared/text/say.ts';

/** Offices by their short name in sentences; people stay references. */
export function officeNames(geography: Geography): Names {
  const short = new Map(geography.branches.map((branch) => [branch.code, branch.short]));
  return { branch: (code) => short.get(code) ?? code };
}
