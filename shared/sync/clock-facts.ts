import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { ClockFacts, Moment } from '#shared/domain/clock-facts.ts';

/** A publication older than this before its own receipt is not believed. */
const OLDEST_NEWS_MS = 30 * 86_400_000;

/**
 * What the clocks of a case rest on.
 * Receipt: the incident's first report's. News: the earliest publication, where a missing one, one after its report's
 * receipt, or one over 30 days before it counts as that receipt (the field's rule for the 1–7-day promise).
 */
export function clockFacts(state: CaseState, incident: IncidentState): ClockFacts {
  const opened = incident.opened;
  const received = earliest(
    incident.reports.map((link) => ({ ms: link.receivedAt, event: link.event })),
    opened,
  );
  const told = incident.reports.map((link) => {
    const believed =
      link.publishedAt !== null &&
      link.publishedAt <= link.receivedAt &&
      link.receivedAt - link.publishedAt <= OLDEST_NEWS_MS;
    return { ms: believed ? (link.publishedAt ?? link.receivedAt) : link.receivedAt, event: link.event, believed };
  });
  const news = earliest(told, opened);
  const basis = told.find((one) => one.event === news.event && one.ms === news.ms)?.believed ? 'published' : 'receipt';
  return {
    case: state.id,
    kind: incident.kind,
    severity: state.severity,
    priority: state.priority,
    received,
    news: { ...news, basis },
    triaged: state.triaged,
    assignments: state.assignments,
    firstAction: state.firstAction,
    familyContacted: state.familyContacted,
    documents: state.documents,
    eligibility: state.eligibility,
    payments: state.payments,
    pauses: state.pauses,
    closed: state.closed,
  };
}

function earliest(moments: readonly { ms: number; event: string }[], opened: Moment): Moment {
  const first = moments.reduce<{ ms: number; event: string } | null>(
    (a, b) => (a === null || b.ms < a.ms ? b : a),
    null,
  );
  return first === null ? opened : { ms: first.ms, certain: opened.certain, event: first.event, actor: opened.actor };
}
