import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState, Conflict, IncidentState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { parseHlc } from '#shared/kit/hlc.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { foldCase } from './fold-case.ts';
import { foldIncident } from './fold-incident.ts';
import { distinct, inOrder } from './order.ts';
import { hadSeen, type Settlement } from './register.ts';
import { readSetTimes } from './set-times.ts';
import { eventOfTimeField } from './time-field.ts';
import { undoneActs } from './undone-acts.ts';

/** From this long between the making of an event and central's receipt on, its console counts as cut off, ms. */
const OFFLINE_MS = 5_000;

/** S-19: whether both sides of a case's conflict may stand: two branches were given the lead, and neither side is nobody. */
export function isOfTwoLeads({ field, kept, other }: Conflict): boolean {
  return field === 'lead' && kept.value !== 'null' && other.value !== 'null';
}

/** How an event came to central. Moments in ms since 1970; `arrivedAt` null while it waits. */
export function arrivalOf(event: AnyEvent): { arrivedAt: number | null; online: boolean } {
  if (event.recordedAt === undefined) return { arrivedAt: null, online: false };
  const arrivedAt = Date.parse(event.recordedAt);
  return { arrivedAt, online: arrivedAt - parseHlc(event.at).ms < OFFLINE_MS };
}

/** What the author of an event saw in a field when they made it, as text; null when nothing was there. */
export function sawIn(field: string, event: AnyEvent, history: readonly AnyEvent[]): string | null {
  const before = history.filter(
    (one) =>
      one.subject.id === event.subject.id &&
      one.id !== event.id &&
      hadSeen(event, one) &&
      (one.device !== event.device || one.n < event.n),
  );
  const dated = eventOfTimeField(field);
  if (dated !== null) return timeOf(dated, before);
  if (event.subject.kind === 'incident') return ofIncident(field, foldIncident(before));
  return ofCase(field, foldCase(before));
}

/** The case as it would be once a person had settled the conflict so; the case as it is where that has no force. */
export function ifSettled(
  state: CaseState,
  settlement: Settlement,
  history: readonly AnyEvent[],
  now: string,
): CaseState {
  const own = history.filter((event) => event.subject.id === state.id);
  const last = own.at(-1);
  if (!last) return state;
  const trial: AnyEvent = {
    ...last,
    id: 'trial',
    act: 'trial',
    type: 'case.conflict-settled',
    v: 1,
    payload: { ...settlement },
    happenedAt: now,
    // After all that is accepted or waits.
    device: '\uffff',
    n: Number.MAX_SAFE_INTEGER,
    seen: Number.MAX_SAFE_INTEGER,
  };
  delete trial.private;
  delete trial.seq;
  delete trial.recordedAt;
  return foldCase([...own, trial]) ?? state;
}

/** When an event happened, by all who had said so among these. */
function timeOf(id: string, events: readonly AnyEvent[]): string | null {
  const event = events.find((one) => one.id === id);
  if (!event) return null;
  const ordered = inOrder(distinct(events));
  return isoMalaysia(readSetTimes(ordered, undoneActs(ordered)).momentOf(event).ms);
}

function ofCase(field: string, state: CaseState | null): string | null {
  if (!state) return null;
  const [whole, part = '', detail = ''] = field.split('.');
  switch (whole) {
    case 'victim':
    case 'kin':
      return textOf(member(state[whole], part));
    case 'assist':
      return state.assist.includes(part) ? 'true' : null;
    case 'scheme':
      return state.schemes?.some((one) => one === part) ? 'true' : null;
    case 'places': {
      const town = member(state.places ?? {}, part);
      return town ? canonicalJson(town) : null;
    }
    case 'payee':
      return textOf(member(state.payees?.find(({ id }) => id === part) ?? {}, detail));
    case 'pause': {
      const last = state.pauses.at(-1);
      return last?.until === null ? last.reason : null;
    }
    case 'outcome':
      return state.closed?.outcome ?? null;
    default:
      return textOf(member(state, field));
  }
}

function ofIncident(field: string, state: IncidentState | null): string | null {
  return state && textOf(member(state, field));
}

function member(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? Object.entries(holder).find(([key]) => key === name)?.[1] : null;
}

/** A place by its name and state, anything else as it is. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return placeText(value);
  return String(value);
}

/** Name and state of a place, or of what placed an incident. */
export function placeText(value: object): string | null {
  const place = 'place' in value ? value.place : value;
  if (place === null || typeof place !== 'object' || !('name' in place) || !('state' in place)) return null;
  return `${place.name}, ${place.state}`;
}
