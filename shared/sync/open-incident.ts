import type { EventDraft } from '#shared/contract/wire/event.ts';
import type { PayloadOf, PrivateOf } from '#shared/contract/wire/event-payloads.ts';
import type { Suggestion } from '#shared/contract/wire/values.ts';
import type { Grade, IncidentKind, Severity } from '#shared/domain/incident-kind.ts';
import type { Place } from '#shared/domain/place.ts';

/** What was read from a report's words, or said by whoever entered it. */
export interface ReportReading {
  place: Place | null;
  alternatives: readonly Place[];
  suggested: Suggestion | null;
  kind: IncidentKind;
  /** One for each victim, at least one: an incident has, from its first report, a case for a victim yet unknown. */
  severities: readonly Severity[];
  grade: Grade;
}

/** Ids of what a report makes; one case id per severity read. */
export interface IncidentIds {
  report: string;
  incident: string;
  cases: readonly string[];
}

/**
 * S-04: the events by which one report opens an incident with at least one case. The same for an agency's report at
 * central, a desk's quick entry and the demo, so an incident looks alike wherever it began.
 * @param label the console's own label ("K7-31") until central numbers it; left out at central.
 */
export function openIncident(
  facts: PayloadOf<'report.received'>,
  words: PrivateOf<'report.received'>,
  reading: ReportReading,
  ids: IncidentIds,
  label?: string,
): EventDraft[] {
  const incident = { kind: 'incident', id: ids.incident } as const;
  return [
    { type: 'report.received', subject: { kind: 'report', id: ids.report }, payload: facts, private: words },
    {
      type: 'incident.opened',
      subject: incident,
      payload: { kind: reading.kind, ...(label === undefined ? {} : { label }) },
    },
    {
      type: 'incident.report-linked',
      subject: incident,
      payload: {
        report: ids.report,
        source: facts.source,
        receivedAt: facts.receivedAt,
        ...(facts.publishedAt === undefined ? {} : { publishedAt: facts.publishedAt }),
      },
    },
    {
      type: 'incident.placed',
      subject: incident,
      payload: { place: reading.place, alternatives: reading.alternatives.slice(0, 8), suggested: reading.suggested },
    },
    { type: 'incident.graded', subject: incident, payload: { grade: reading.grade } },
    ...ids.cases.map(
      (id, index): EventDraft => ({
        type: 'case.opened',
        subject: { kind: 'case', id },
        payload: {
          incident: ids.incident,
          ordinal: index + 1,
          severity: reading.severities[index] ?? 'unknown',
          ...(label === undefined ? {} : { label: ids.cases.length === 1 ? label : `${label}/${index + 1}` }),
        },
      }),
    ),
  ];
}

/** Grade of an incident that one report tells of: agencies and branches confirm, hearsay does not. */
export function gradeOfSource(source: PayloadOf<'report.received'>['source']): Grade {
  if (source === 'agency' || source === 'branch') return 'confirmed';
  return source === 'social' ? 'rumour' : 'one-source';
}
