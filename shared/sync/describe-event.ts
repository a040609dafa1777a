import { type AnyEvent, isKnown, type KnownEvent } from '#shared/contract/wire/event.ts';
import type { MessageParam, MessageRef } from '#shared/domain/message-ref.ts';
import { fieldWord } from './time-field.ts';

const key = (v: string): MessageParam => ({ t: 'key', v });
const turn = (on: boolean): MessageParam => key(on ? 'event.turn.on' : 'event.turn.off');

/** One line for a timeline, as data: `event.<type>` and what it speaks of. The actor is shown apart. */
export function describeEvent(event: AnyEvent): MessageRef {
  if (!isKnown(event)) return { key: 'event.unknown', params: { type: { t: 'text', v: event.type } } };
  const params = paramsOf(event);
  return params ? { key: `event.${event.type}`, params } : { key: `event.${event.type}` };
}

function paramsOf(event: KnownEvent): Record<string, MessageParam> | undefined {
  switch (event.type) {
    case 'report.received':
    case 'incident.report-linked':
      return { source: key(`source.${event.payload.source}`) };
    case 'incident.opened':
      return { kind: key(`kind.${event.payload.kind}`) };
    case 'incident.placed':
      return { place: { t: 'text', v: event.payload.place?.name ?? '–' } };
    case 'incident.graded':
      return { grade: key(`grade.${event.payload.grade}`) };
    case 'incident.numbered':
    case 'case.numbered':
      return { number: { t: 'text', v: event.payload.number } };
    case 'case.opened':
      return {
        ordinal: { t: 'number', v: event.payload.ordinal },
        severity: key(`severity.${event.payload.severity}`),
      };
    case 'case.assigned':
      return { branch: { t: 'branch', v: event.payload.branch } };
    case 'case.action-taken':
      return { action: key(`first-action.${event.payload.action}`) };
    case 'case.documents-completed':
      return { benefit: key(`benefit.${event.payload.benefit}`) };
    case 'case.eligibility-decided':
      return {
        benefit: key(`benefit.${event.payload.benefit}`),
        verdict: key(event.payload.eligible ? 'eligibility.yes' : 'eligibility.no'),
      };
    case 'case.payment-made':
      return { benefit: key(`benefit.${event.payload.benefit}`), amount: { t: 'money', v: event.payload.amountSen } };
    case 'case.paused':
      return { reason: key(`pause.${event.payload.reason}`) };
    case 'case.time-set':
    case 'incident.time-set':
      return { time: { t: 'time', v: Date.parse(event.payload.happenedAt) } };
    case 'case.declined':
      return { reason: key(`decline.${event.payload.reason}`) };
    case 'case.assist-set':
      return { branch: { t: 'branch', v: event.payload.branch }, turn: turn(event.payload.on) };
    case 'case.kin-placed':
    case 'case.employer-placed':
      return { place: { t: 'text', v: event.payload.place?.name ?? '–' } };
    case 'case.scheme-set':
      return { scheme: key(`scheme.${event.payload.scheme}`), turn: turn(event.payload.on) };
    case 'case.closed':
      return { outcome: key(`outcome.${event.payload.outcome}`) };
    case 'case.conflict-settled':
    case 'incident.conflict-settled':
      return { field: key(fieldWord(event.payload.field)), choice: key(`conflict.choice.${event.payload.choice}`) };
    case 'policy.set':
      return { promise: key(`clock.name.${event.payload.policy.key}`) };
    case 'case.policy-moved':
    case 'case.alarm-acknowledged':
      return { promise: key(`clock.name.${event.payload.clock.slice(0, event.payload.clock.indexOf(':'))}`) };
    case 'rota.set':
      return {
        from: { t: 'time', v: Date.parse(event.payload.from) },
        to: { t: 'time', v: Date.parse(event.payload.to) },
      };
    case 'user.described':
      return { name: { t: 'text', v: event.payload.name } };
    default:
      return undefined;
  }
}
