import type { CaseState, IncidentState, ReportLink } from '#shared/domain/case-state.ts';
import type { ClockFacts, Moment } from '#shared/domain/clock-facts.ts';

/** A publication older than this before its own receipt is not believed. */
const OLDEST_NEWS_MS = 30 * 86_400_000;

/**
 * What the clocks of a case rest on.
 * Receipt: the incident's first report's. News: the earliest publication, where a missing one, one after its report's
 * receipt, or one over 30 days before it counts as that receipt (the field's rule for the 1–7-day promise).
 */
export function clockFacts(state: CaseState, incident: IncidentState): ClockFacts {
  const { opened } = incident;
  const receipts = incident.reports.map((link) => receiptOf(link, opened));
  const received = earliest(receipts, opened);
  const told = incident.reports.map((link, index) => {
    const receipt = receipts[index] ?? opened;
    const believed =
      link.publishedAt !== null &&
      link.publishedAt <= link.receivedAt &&
      link.receivedAt - link.publishedAt <= OLDEST_NEWS_MS;
    if (!believed) return { ...receipt, basis: 'receipt' as const };
    const { event, actor } = receipt;
    return { ms: link.publishedAt ?? link.receivedAt, certain: true, event, actor, basis: 'published' as const };
  });
  const news = earliest(told, { ...opened, basis: 'receipt' as const });
  return {
    case: state.id,
    kind: incident.kind,
    severity: state.severity,
    priority: state.priority,
    received,
    news,
    triaged: state.triaged,
    assignments: state.assignments,
    firstAction: state.firstAction,
    familyContacted: state.familyContacted,
    documents: state.documents,
    eligibility: state.eligibility,
    payments: state.payments,
    pauses: state.pauses,
    closed: state.closed,
    grade: incident.grade,
    ...(state.schemes === undefined ? {} : { schemes: state.schemes }),
    ...(state.complaints === undefined ? {} : { complaints: state.complaints }),
    ...(state.policyMoves === undefined ? {} : { policyMoves: state.policyMoves }),
  };
}

/** When a report was received, with its doubt. */
function receiptOf({ receivedAt: ms, event, doubt }: ReportLink, { actor }: Moment): Moment {
  return { ms, event, actor, certain: true, ...doubt };
}

/** The first of these; of equal ones the one named first. */
function earliest<T extends Moment>(moments: readonly T[], opened: T): T {
  return moments.reduce<T | null>((a, b) => (a === null || b.ms < a.ms ? b : a), null) ?? opened;
}
