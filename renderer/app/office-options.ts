import { branches } from '#shared/geo/branches.ts';

/** Offices that may lead a case, as a list offers them: headquarters never does. @param without codes left out */
export function officeOptions(...without: (string | null)[]): { value: string; label: string }[] {
  return branches
    .filter(({ role, code }) => role !== 'headquarters' && !without.includes(code))
    .map(({ code, short }) => ({ value: code, label: `${code} ${short}` }));
}
