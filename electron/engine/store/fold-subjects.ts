import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState, IncidentState, ReportState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldHeld } from '#shared/sync/fold-held.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import { foldRule, RULE_KINDS } from '#shared/sync/fold-rule.ts';
import type { SqlValue } from './database.ts';
import { foldPerson } from './fold-person.ts';

/** What subjects are by their events: states of cases and incidents, ready rows of all else. */
export interface FoldedSubjects {
  ids: readonly string[];
  cases: Map<string, CaseState>;
  incidents: Map<string, IncidentState>;
  /** Rows by table. */
  rows: {
    report_row: Record<string, SqlValue>[];
    user_row: Record<string, SqlValue>[];
    held_row: Record<string, SqlValue>[];
    rule_row: Record<string, SqlValue>[];
  };
  /** Of which nothing is left that counts. */
  gone: string[];
}

/** Folds each of these subjects from its events, given together in any order. Pure. */
export function foldSubjects(ids: readonly string[], events: readonly AnyEvent[]): FoldedSubjects {
  const bySubject = new Map<string, AnyEvent[]>(ids.map((id) => [id, []]));
  for (const event of events) bySubject.get(event.subject.id)?.push(event);
  const folded: FoldedSubjects = {
    ids,
    cases: new Map(),
    incidents: new Map(),
    rows: { report_row: [], user_row: [], held_row: [], rule_row: [] },
    gone: [],
  };
  const { rows } = folded;
  for (const [id, own] of bySubject) {
    const kind = own[0]?.subject.kind;
    const state = kind === 'case' ? foldCase(own) : null;
    const incident = kind === 'incident' ? foldIncident(own) : null;
    const report = kind === 'report' ? foldReport(own, false) : null;
    const person = kind === 'user' ? foldPerson(own) : null;
    const held = kind === 'act' ? foldHeld(own) : null;
    const rule = kind !== undefined && RULE_KINDS.includes(kind) ? foldRule(own) : null;
    if (rule) rows.rule_row.push({ id, kind: rule.kind, state: canonicalJson(rule) });
    if (state) folded.cases.set(id, state);
    if (incident) folded.incidents.set(id, incident);
    if (report) rows.report_row.push(reportRow(report, canonicalJson(report)));
    if (person) rows.user_row.push({ id, person: canonicalJson(person) });
    if (held)
      rows.held_row.push({
        id,
        undecided: held.decision ? 0 : 1,
        held_at: held.heldMs,
        // What a supervisor said with the decision is read from the opened event, where it is shown.
        state: canonicalJson({ ...held, decision: held.decision && { ...held.decision, reason: null } }),
      });
    if (!state && !incident && !report && !person && !held && !rule) folded.gone.push(id);
  }
  return folded;
}

/** A report's row. @param text its state as canonical JSON */
export function reportRow({ id, receivedAt }: ReportState, text: string): Record<string, SqlValue> {
  return { id, received_at: receivedAt, state: text };
}
