import type { PolicyRowData } from '#shared/contract/wire/rule-values.ts';

/** Id of a version that was set under a subject; a shipped one is `key@date` alone. */
export function policyId(row: Pick<PolicyRowData, 'key' | 'effectiveFrom'>, subject: string): string {
  return `${row.key}@${row.effectiveFrom.slice(0, 10)}~${subject}`;
}

/** What no schema sees of a version: words and the member at fault; null when it is sound. */
export function policyFault(row: PolicyRowData): { key: string; field: string } | null {
  if (row.effectiveTo !== null && Date.parse(row.effectiveTo) <= Date.parse(row.effectiveFrom))
    return { key: 'failure.span-empty', field: 'effectiveTo' };
  if ((row.rule.kind === 'days') !== (row.calendar === 'lead-days'))
    return { key: 'failure.rule-calendar', field: 'calendar' };
  if (row.warnAt.some((share, at) => share <= (row.warnAt[at - 1] ?? 0)))
    return { key: 'failure.warn-order', field: 'warnAt' };
  return null;
}
