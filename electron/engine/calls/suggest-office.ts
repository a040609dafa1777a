import type { IncidentState } from '#shared/domain/case-state.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { Route } from '#shared/geo/route-to-branch.ts';

/** The office that should take a case, and why. */
export interface OfficeSuggestion {
  branch: string;
  reason: MessageRef;
}

/**
 * What the reports suggested, else what routing says; the next of its offices where that one declined.
 * @returns null without a place and a suggestion, and where every office near declined
 */
export function suggestOffice(
  incident: Pick<IncidentState, 'suggested'> | null,
  route: Route | null,
  declined: ReadonlyMap<string, number>,
): OfficeSuggestion | null {
  const first = incident?.suggested ?? route;
  if (first && !declined.has(first.branch)) return { branch: first.branch, reason: first.reason };
  const next = route?.alternatives.find(({ branch }) => !declined.has(branch));
  return next
    ? { branch: next.branch, reason: { key: 'candidate.near', params: { km: { t: 'km', v: next.km } } } }
    : null;
}
