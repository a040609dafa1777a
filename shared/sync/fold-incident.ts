import { type AnyEvent, isKnown, type KnownEvent } from '#shared/contract/wire/event.ts';
import type { IncidentLink, IncidentState, ReportLink } from '#shared/domain/case-state.ts';
import type { Moment } from '#shared/domain/clock-facts.ts';
import type { Grade, IncidentKind } from '#shared/domain/incident-kind.ts';
import { knownNumber } from './known-number.ts';
import { distinct, inOrder } from './order.ts';
import { createRegisters, type Registers } from './register.ts';
import { readSetTimes, type SetTimes } from './set-times.ts';
import { undoneActs } from './undone-acts.ts';

interface Draft {
  opened: Moment | null;
  label: string | null;
  occurredAt: number | null;
  reports: ReportLink[];
  links: IncidentLink[];
  readOnly: boolean;
  seq: number;
}

/** An incident as its events make it; null before its opening is among them. */
export function foldIncident(events: readonly AnyEvent[]): IncidentState | null {
  const ordered = inOrder(distinct(events));
  const undone = undoneActs(ordered);
  const times = readSetTimes(ordered, undone);
  const registers = createRegisters();
  const draft: Draft = {
    opened: null,
    label: null,
    occurredAt: null,
    reports: [],
    links: [],
    readOnly: false,
    seq: 0,
  };
  for (const event of ordered) {
    if (event.seq !== undefined) draft.seq = Math.max(draft.seq, event.seq);
    if (!isKnown(event)) draft.readOnly = true;
    else if (!undone.has(event.act)) applyTo(draft, registers, event, times);
  }
  const first = ordered[0];
  if (!draft.opened || !first) return null;
  const placed = registers.read<Pick<IncidentState, 'place' | 'alternatives' | 'suggested'>>('place');
  return {
    id: first.subject.id,
    number: knownNumber(ordered),
    label: draft.label,
    kind: registers.read<IncidentKind>('kind') ?? 'other',
    occurredAt: draft.occurredAt,
    place: placed?.place ?? null,
    alternatives: placed?.alternatives ?? [],
    suggested: placed?.suggested ?? null,
    grade: registers.read<Grade>('grade') ?? 'rumour',
    reports: draft.reports,
    links: draft.links,
    undone: [...undone].sort(),
    opened: draft.opened,
    conflicts: [...registers.conflicts(), ...times.conflicts()],
    readOnly: draft.readOnly,
    seq: draft.seq,
  };
}

function applyTo(draft: Draft, registers: Registers, event: KnownEvent & AnyEvent, times: SetTimes): void {
  switch (event.type) {
    case 'incident.opened':
      draft.opened ??= times.momentOf(event);
      draft.label ??= event.payload.label ?? null;
      if (event.payload.occurredAt !== undefined) draft.occurredAt ??= Date.parse(event.payload.occurredAt);
      registers.write('kind', event.payload.kind, event);
      break;
    case 'incident.report-linked': {
      const { report, source, publishedAt, receivedAt } = event.payload;
      if (draft.reports.some((link) => link.report === report)) break;
      const { ms, event: _event, actor: _actor, ...doubt } = times.momentOf(event, Date.parse(receivedAt));
      draft.reports.push({
        report,
        source,
        publishedAt: publishedAt === undefined ? null : Date.parse(publishedAt),
        receivedAt: ms,
        event: event.id,
        ...(doubt.certain && doubt.setBy === undefined ? {} : { doubt }),
      });
      break;
    }
    case 'incident.placed':
      registers.write('place', event.payload, event);
      break;
    case 'incident.graded':
      registers.write('grade', event.payload.grade, event);
      break;
    case 'incident.conflict-settled':
      registers.settle(event.payload, event);
      break;
    case 'incident.joined':
      if (!draft.links.some((one) => one.link === event.payload.link)) draft.links.push(event.payload);
      break;
    case 'incident.parted':
      draft.links = draft.links.filter((one) => one.link !== event.payload.link);
      break;
    default:
      break;
  }
}
