import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { momentMs } from '#shared/sync/moment.ts';
import type { State } from './shown-value.ts';

/** S-41, S-52, S-53: facts add up: what was recorded stands, whoever recorded what else meanwhile. @param events none undone */
export function checkFacts(state: State, events: readonly AnyEvent[]): string[] {
  const parted = new Set(events.flatMap((one) => (one.type === 'incident.parted' ? String(one.payload.link) : [])));
  return events
    .filter((event) => !('incident' in state ? standsInCase(state, event) : standsInIncident(state, event, parted)))
    .map((event) => `a fact is gone: ${event.type} ${event.id} (seq ${event.seq}) on ${state.id}`);
}

function standsInCase(state: CaseState, event: AnyEvent): boolean {
  if (!isKnown(event)) return true;
  const by = ({ at }: { at: { event: string } }) => at.event === event.id;
  // A time that was set may lie later than the event's own.
  const notLater = (one: { ms: number } | null) => one !== null && (!event.certain || one.ms <= momentMs(event));
  switch (event.type) {
    case 'case.triaged':
      return notLater(state.triaged);
    case 'case.action-taken':
      return notLater(state.firstAction);
    case 'case.family-contacted':
      return notLater(state.familyContacted);
    case 'case.acknowledged': {
      const offer = state.assignments.find((one) => one.id === event.payload.assignment);
      return offer === undefined || notLater(offer.acknowledged);
    }
    case 'case.documents-completed':
      return state.documents.some((one) => by(one) && one.benefit === event.payload.benefit);
    case 'case.eligibility-decided':
      return state.eligibility.some((one) => by(one) && one.eligible === event.payload.eligible);
    case 'case.payment-made':
      return state.payments.some((one) => by(one) && one.amountSen === event.payload.amountSen);
    case 'case.policy-moved':
      return state.policyMoves?.some(by) ?? false;
    case 'case.personal-opened':
      return state.personalOpened.some((one) => one.event === event.id);
    case 'case.payee-named':
      return state.payees?.some(({ id }) => id === event.payload.payeeId) ?? false;
    case 'case.complaint-received':
      return notLater(state.complaints?.find(({ id }) => id === event.payload.complaint)?.at ?? null);
    case 'case.complaint-acknowledged': {
      const known = state.complaints?.find(({ id }) => id === event.payload.complaint);
      return known === undefined || notLater(known.acknowledged);
    }
    default:
      return true;
  }
}

function standsInIncident(state: Exclude<State, CaseState>, event: AnyEvent, parted: ReadonlySet<string>): boolean {
  if (!isKnown(event)) return true;
  if (event.type === 'incident.report-linked')
    return state.reports.some(({ report }) => report === event.payload.report);
  if (event.type !== 'incident.joined') return true;
  const { link } = event.payload;
  return parted.has(link) !== state.links.some((one) => one.link === link);
}
