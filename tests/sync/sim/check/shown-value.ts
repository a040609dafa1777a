import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { readSetTimes } from '#shared/sync/set-times.ts';
import { eventOfTimeField } from '#shared/sync/time-field.ts';

export type State = CaseState | IncidentState;

/** What shows of a field; null where nothing does. @param events the subject's own, in order */
export function shownValue(state: State, field: string, events: readonly AnyEvent[]): unknown {
  const dated = eventOfTimeField(field);
  if (dated !== null) return timeOf(state, dated, events);
  return 'incident' in state ? ofCase(state, field) : ofIncident(state, field);
}

function ofCase(state: CaseState, field: string): unknown {
  const [group, name = '', part] = field.split('.');
  switch (group) {
    case 'victim':
      return state.victim[name as keyof CaseState['victim']];
    case 'kin':
      return state.kin[name as keyof CaseState['kin']];
    case 'places':
      return state.places?.[name as 'kin' | 'employer'] ?? null;
    case 'scheme':
      return state.schemes?.some((one) => one === name) ?? false;
    case 'assist':
      return state.assist.includes(name);
    case 'payee':
      return state.payees?.find(({ id }) => id === name)?.[part as 'relation' | 'name'] ?? null;
    case 'outcome':
      return state.closed?.outcome ?? null;
    case 'pause':
      return state.pauses.at(-1)?.reason ?? null;
    default:
      return state[field as 'severity' | 'priority' | 'lead'];
  }
}

function ofIncident(state: IncidentState, field: string): unknown {
  const { place, alternatives, suggested } = state;
  return field === 'place' ? { place, alternatives, suggested } : state[field as 'grade' | 'kind'];
}

function timeOf(state: State, id: string, events: readonly AnyEvent[]): unknown {
  const event = events.find((one) => one.id === id);
  return event ? isoMalaysia(readSetTimes(events, new Set(state.undone)).momentOf(event).ms) : null;
}
