import type { StoredEvent } from '#engine/store/event-rows.ts';
import type { Calendars } from '#shared/clocks/calendar/calendars.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import type { ClockPolicy } from '#shared/clocks/policies.ts';
import { slimClock } from '#shared/clocks/slim-clock.ts';
import type { ConflictSide, ConflictView } from '#shared/contract/view/conflict.ts';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState, Conflict, IncidentState } from '#shared/domain/case-state.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { arrivalOf, ifSettled, isOfTwoLeads, placeText, sawIn } from '#shared/sync/conflict-sides.ts';
import { eventOfTimeField } from '#shared/sync/time-field.ts';
import { maskIdNumber, maskName, maskPhone } from './mask.ts';

/** Clocks that hang on who leads. */
const OF_THE_LEAD: readonly string[] = ['kpi.acknowledgement', 'kpi.same-day-action', 'kpi.family-contact'];

/** Fields that name a person; the masks of `people-of-case`. */
const NAMING: Readonly<Record<string, (text: string) => string>> = {
  'victim.name': maskName,
  'victim.idNumber': maskIdNumber,
  'victim.employer': maskName,
  'kin.name': maskName,
  'kin.phone': maskPhone,
  'payee.name': maskName,
};

export interface ConflictParts {
  policies: readonly ClockPolicy[];
  calendars: Calendars;
  /** Corrected time, ms since 1970. */
  now: number;
  /** Names and numbers of the people of the case stand open to this reader. */
  open: boolean;
  nameOf(actor: string): string;
  mask(text: string): string;
}

/** Every open conflict of a case and of what it is shown under, each side with what a person needs to decide. */
export function conflictsOf(
  state: CaseState,
  incident: IncidentState,
  history: readonly StoredEvent[],
  parts: ConflictParts,
): ConflictView[] {
  const events = history.filter((one) => one.state === 0 || one.state === 1).map((one) => one.event);
  const byId = new Map(events.map((event) => [event.id, event]));
  const clocksIf = (one: CaseState): SlimClock[] => {
    const clocks = clocksOf(clockFacts(one, incident), parts.policies, parts.now, parts.calendars);
    return OF_THE_LEAD.flatMap((key) => {
      const last = clocks
        .filter((clock) => clock.key === key)
        .sort((a, b) => a.startedAt - b.startedAt)
        .at(-1);
      return last ? [slimClock(last)] : [];
    });
  };
  const view = (conflict: Conflict, ofCase: boolean): ConflictView => {
    const { field, kept, other } = conflict;
    const leads = ofCase && field === 'lead';
    const moved = () =>
      ifSettled(state, { field, other: other.event, choice: 'other' }, events, isoMalaysia(parts.now));
    const id = byId.get(other.event)?.subject.id ?? (ofCase ? state.id : incident.id);
    return {
      subject: { kind: ofCase ? 'case' : 'incident', id },
      field,
      kept: sideOf(conflict, kept, leads ? clocksIf(state) : []),
      other: sideOf(conflict, other, leads ? clocksIf(moved()) : []),
      both: ofCase && isOfTwoLeads(conflict),
    };
  };
  const sideOf = ({ field }: Conflict, side: Conflict['kept'], clocks: SlimClock[]): ConflictSide => {
    const event: AnyEvent | undefined = byId.get(side.event);
    const masked = (text: string) => {
      if (eventOfTimeField(field) !== null) return text;
      const mask = NAMING[field.startsWith('payee.') ? field.replace(/\.[^.]*\./, '.') : field];
      return mask && !parts.open ? mask(text) : parts.mask(text);
    };
    const saw = event ? sawIn(field, event, events) : null;
    const reason = event?.private?.reason;
    return {
      event: side.event,
      value: masked(field === 'place' ? placeWords(side.value) : side.value),
      actor: parts.nameOf(side.actor),
      at: side.ms,
      ...(event ? arrivalOf(event) : { arrivedAt: null, online: true }),
      seenSeq: event?.seen ?? 0,
      saw: saw === null ? null : masked(saw),
      reason: typeof reason === 'string' ? parts.mask(reason) : null,
      clocks,
    };
  };
  return [
    ...state.conflicts.map((conflict) => view(conflict, true)),
    ...incident.conflicts.map((conflict) => view(conflict, false)),
  ];
}

/** A place as the register holds it: what placed the incident, as JSON. */
function placeWords(value: string): string {
  const placed: unknown = JSON.parse(value);
  return (placed !== null && typeof placed === 'object' && placeText(placed)) || '–';
}
