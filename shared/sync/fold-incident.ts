import { type AnyEvent, isKnown, type KnownEvent } from '#shared/contract/wire/event.ts';
import type { IncidentState, ReportLink } from '#shared/domain/case-state.ts';
import type { Moment } from '#shared/domain/clock-facts.ts';
import type { Grade, IncidentKind } from '#shared/domain/incident-kind.ts';
import { momentOf } from './moment.ts';
import { distinct, inOrder } from './order.ts';
import { createRegisters, type Registers } from './register.ts';

interface Draft {
  opened: Moment | null;
  number: string | null;
  label: string | null;
  occurredAt: number | null;
  reports: ReportLink[];
  readOnly: boolean;
  seq: number;
}

/** An incident as its events make it; null before its opening is among them. */
export function foldIncident(events: readonly AnyEvent[]): IncidentState | null {
  const ordered = inOrder(distinct(events));
  const registers = createRegisters();
  const draft: Draft = {
    opened: null,
    number: null,
    label: null,
    occurredAt: null,
    reports: [],
    readOnly: false,
    seq: 0,
  };
  for (const event of ordered) {
    if (event.seq !== undefined) draft.seq = Math.max(draft.seq, event.seq);
    if (isKnown(event)) applyTo(draft, registers, event);
    else draft.readOnly = true;
  }
  const first = ordered[0];
  if (!draft.opened || !first) return null;
  const placed = registers.read<Pick<IncidentState, 'place' | 'alternatives' | 'suggested'>>('place');
  return {
    id: first.subject.id,
    number: draft.number,
    label: draft.label,
    kind: registers.read<IncidentKind>('kind') ?? 'other',
    occurredAt: draft.occurredAt,
    place: placed?.place ?? null,
    alternatives: placed?.alternatives ?? [],
    suggested: placed?.suggested ?? null,
    grade: registers.read<Grade>('grade') ?? 'rumour',
    reports: draft.reports,
    opened: draft.opened,
    conflicts: registers.conflicts(),
    readOnly: draft.readOnly,
    seq: draft.seq,
  };
}

function applyTo(draft: Draft, registers: Registers, event: KnownEvent & AnyEvent): void {
  switch (event.type) {
    case 'incident.opened':
      draft.opened ??= momentOf(event);
      draft.label ??= event.payload.label ?? null;
      if (event.payload.occurredAt !== undefined) draft.occurredAt ??= Date.parse(event.payload.occurredAt);
      registers.write('kind', event.payload.kind, event);
      break;
    case 'incident.numbered':
      draft.number ??= event.payload.number;
      break;
    case 'incident.report-linked': {
      const { report, source, publishedAt, receivedAt } = event.payload;
      if (draft.reports.some((link) => link.report === report)) break;
      draft.reports.push({
        report,
        source,
        publishedAt: publishedAt === undefined ? null : Date.parse(publishedAt),
        receivedAt: Date.parse(receivedAt),
        event: event.id,
      });
      break;
    }
    case 'incident.placed':
      registers.write('place', event.payload, event);
      break;
    case 'incident.graded':
      registers.write('grade', event.payload.grade, event);
      break;
    default:
      break;
  }
}
