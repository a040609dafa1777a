import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { timeField } from '#shared/sync/time-field.ts';

/** One value said of one field of a case or an incident. */
export interface Write {
  field: string;
  value: unknown;
  event: AnyEvent;
}

/**
 * What an event says of fields of which one value shows (S-05, S-34, S-50, S-51), told apart from the product's own
 * folding. A declined offer leaves nobody with the lead; a reopened case has no outcome.
 */
export function writesOf(event: AnyEvent): Write[] {
  if (!isKnown(event)) return [];
  const one = (field: string, value: unknown): Write[] => [{ field, value, event }];
  const each = (prefix: string, values: object) =>
    Object.entries(values).flatMap(([name, value]) => one(`${prefix}${name}`, value));
  switch (event.type) {
    case 'case.opened':
      return one('severity', event.payload.severity);
    case 'case.triaged':
      return each('', event.payload);
    case 'case.victim-described':
      return each('victim.', { ...event.payload, ...event.private });
    case 'case.kin-described':
      return each('kin.', { ...event.payload, ...event.private });
    case 'case.assigned':
      return one('lead', event.payload.branch);
    case 'case.declined':
      return one('lead', null);
    case 'case.assist-set':
      return one(`assist.${event.payload.branch}`, event.payload.on);
    case 'case.scheme-set':
      return one(`scheme.${event.payload.scheme}`, event.payload.on);
    case 'case.kin-placed':
      return one('places.kin', event.payload.place);
    case 'case.employer-placed':
      return one('places.employer', event.payload.place);
    case 'case.payee-named': {
      const { payeeId, ...said } = event.payload;
      return each(`payee.${payeeId}.`, { ...said, ...event.private });
    }
    case 'case.paused':
      return one('pause', event.payload.reason);
    case 'case.closed':
      return one('outcome', event.payload.outcome);
    case 'case.reopened':
      return one('outcome', null);
    case 'incident.opened':
      return one('kind', event.payload.kind);
    case 'incident.placed':
      return one('place', event.payload);
    case 'incident.graded':
      return one('grade', event.payload.grade);
    case 'case.time-set':
    case 'incident.time-set':
      return one(timeField(event.payload.event), isoMalaysia(Date.parse(event.payload.happenedAt)));
    default:
      return [];
  }
}

/** A choice a person made between two sides: of which field, and which event stood beside what showed. */
export interface Choice {
  event: AnyEvent;
  field: string;
  other: string;
  choice: 'kept' | 'other' | 'both';
}

/** The choice this event is; null when it is none. */
export function choiceOf(event: AnyEvent): Choice | null {
  if (!isKnown(event)) return null;
  if (event.type !== 'case.conflict-settled' && event.type !== 'incident.conflict-settled') return null;
  return { event, ...event.payload };
}
