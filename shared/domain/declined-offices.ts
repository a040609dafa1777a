import type { CaseState } from './case-state.ts';

/** Offices whose last word on this case was that they do not take it, each with when it said so (ms since 1970). */
export function declinedOffices({ assignments }: Pick<CaseState, 'assignments'>): ReadonlyMap<string, number> {
  const declined = new Map<string, number>();
  for (const one of assignments) {
    if (one.declined) declined.set(one.branch, one.declined.ms);
    else declined.delete(one.branch);
  }
  return declined;
}
