import { type AnyEvent, type EventDraft, isKnown, type KnownEvent } from '#shared/contract/wire/event.ts';
import type { ActKind } from '#shared/domain/act-rules.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { stillPaused } from '#shared/domain/clock-facts.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';

/** What bringing one event back takes: its draft, whose right it is, and what it does in words. */
export interface ReverseStep {
  draft: EventDraft;
  kind: ActKind;
  words: MessageRef;
}

/** The subject as it was before an event and as it is, with all that reversing may need. */
export interface Standing<T> {
  before: T;
  now: T;
  /** ms since 1970. */
  at: number;
  /** Why, in the words of whoever reverses; left out when nobody asked. */
  reason?: string | undefined;
}

/** A code of `failure.<code>`: why nothing can bring back what stood before. */
type Refusal = string;
const CHANGED = 'changed-since';
const NOTHING = 'no-former-value';

/** S-35: how what an event changed on a case is brought back, or why it cannot be. */
export function reverseOnCase(
  event: AnyEvent,
  standing: Standing<CaseState>,
  incident: IncidentState | null,
): ReverseStep | Refusal {
  if (!isKnown(event)) return 'not-undoable';
  const { before, now, at, reason } = standing;
  const subject = { kind: 'case', id: now.id } as const;
  const text = reason === undefined ? {} : { private: { text: reason } };
  switch (event.type) {
    case 'case.assigned': {
      if (now.lead !== event.payload.branch) return CHANGED;
      if (before.lead === null || before.lead === now.lead) return 'no-former-lead';
      const payload = { branch: before.lead, believedLead: now.lead, suggested: incident?.suggested?.branch ?? null };
      const why = reason === undefined ? {} : { private: { reason } };
      const words = { key: 'reverse.assign', params: { branch: { t: 'branch', v: before.lead } as const } };
      return { draft: { type: 'case.assigned', subject, payload, ...why }, kind: 'assign', words };
    }
    case 'case.triaged': {
      const payload = formerOf(event.payload, before, now);
      if (typeof payload === 'string') return payload;
      return { draft: { type: 'case.triaged', subject, payload }, kind: 'triage', words: { key: 'reverse.triage' } };
    }
    case 'case.victim-described': {
      const said = described(event, before.victim, now.victim);
      if (typeof said === 'string') return said;
      return {
        draft: { type: event.type, subject, ...said },
        kind: 'describe-victim',
        words: { key: 'reverse.describe' },
      };
    }
    case 'case.kin-described': {
      const said = described(event, before.kin, now.kin);
      if (typeof said === 'string') return said;
      return {
        draft: { type: event.type, subject, ...said },
        kind: 'describe-kin',
        words: { key: 'reverse.describe' },
      };
    }
    case 'case.paused': {
      const last = now.pauses.at(-1);
      if (last?.from.event !== event.id || !stillPaused(last, at)) return CHANGED;
      const words = { key: 'reverse.resume' };
      return { draft: { type: 'case.resumed', subject, payload: {} }, kind: 'resume', words };
    }
    case 'case.resumed': {
      const last = now.pauses.at(-1);
      if (last?.until?.event !== event.id) return CHANGED;
      const { plannedUntil } = last;
      if (plannedUntil !== null && plannedUntil <= at) return CHANGED;
      const until = plannedUntil === null ? {} : { until: new Date(plannedUntil).toISOString() };
      const payload = { reason: last.reason, ...until };
      return {
        draft: { type: 'case.paused', subject, payload, ...text },
        kind: 'pause',
        words: { key: 'reverse.pause' },
      };
    }
    case 'case.closed':
      if (now.closed?.event !== event.id) return CHANGED;
      return {
        draft: { type: 'case.reopened', subject, payload: {}, ...text },
        kind: 'reopen',
        words: { key: 'reverse.reopen' },
      };
    case 'case.reopened': {
      if (now.closed !== null || before.closed === null) return CHANGED;
      const payload = { outcome: before.closed.outcome };
      return {
        draft: { type: 'case.closed', subject, payload, ...text },
        kind: 'close',
        words: { key: 'reverse.close' },
      };
    }
    case 'case.declined': {
      if (now.lead !== null || now.assignments.at(-1)?.id !== event.payload.assignment) return CHANGED;
      const branch = now.assignments.at(-1)?.branch;
      if (branch === undefined) return CHANGED;
      const payload = { branch, believedLead: null, suggested: incident?.suggested?.branch ?? null };
      const why = reason === undefined ? {} : { private: { reason } };
      const words = { key: 'reverse.assign', params: { branch: { t: 'branch', v: branch } as const } };
      return { draft: { type: 'case.assigned', subject, payload, ...why }, kind: 'assign', words };
    }
    case 'case.assist-set': {
      const { branch, on } = event.payload;
      if (now.assist.includes(branch) !== on || before.assist.includes(branch) === on) return CHANGED;
      return {
        draft: { type: event.type, subject, payload: { branch, on: !on } },
        kind: 'set-assist',
        words: { key: 'reverse.assist', params: { branch: { t: 'branch', v: branch } } },
      };
    }
    case 'case.scheme-set': {
      const { scheme, on } = event.payload;
      if ((now.schemes?.includes(scheme) ?? false) !== on || (before.schemes?.includes(scheme) ?? false) === on)
        return CHANGED;
      return {
        draft: { type: event.type, subject, payload: { scheme, on: !on } },
        kind: 'set-scheme',
        words: { key: 'reverse.describe' },
      };
    }
    case 'case.kin-placed':
    case 'case.employer-placed': {
      const side = event.type === 'case.kin-placed' ? 'kin' : 'employer';
      if (canonicalJson(now.places?.[side] ?? null) !== canonicalJson(event.payload.place)) return CHANGED;
      return {
        draft: { type: event.type, subject, payload: { place: before.places?.[side] ?? null } },
        kind: side === 'kin' ? 'place-kin' : 'place-employer',
        words: { key: 'reverse.describe' },
      };
    }
    case 'case.opened':
      return 'not-undoable';
    case 'case.noted':
      return 'note-stays';
    case 'case.time-set':
      return 'set-again';
    case 'case.conflict-settled':
      return 'settled-stays';
    default:
      return 'fact-stays';
  }
}

/**
 * The same on an incident.
 * @param linkOf the incident a link of this history led to @param newLink a fresh link, the same for both halves of one
 */
export function reverseOnIncident(
  event: AnyEvent,
  { before, now }: Standing<IncidentState>,
  linkOf: (link: string) => string | null,
  newLink: (link: string) => string,
): ReverseStep | Refusal {
  if (!isKnown(event)) return 'not-undoable';
  const subject = { kind: 'incident', id: now.id } as const;
  switch (event.type) {
    case 'incident.placed': {
      if (canonicalJson(now.place) !== canonicalJson(event.payload.place)) return CHANGED;
      if (before.place === null) return NOTHING;
      const { place, suggested } = before;
      const payload = { place, alternatives: [...before.alternatives], suggested };
      const words = { key: 'reverse.place', params: { place: { t: 'text', v: place.name } as const } };
      return { draft: { type: 'incident.placed', subject, payload }, kind: 'place', words };
    }
    case 'incident.graded': {
      const payload = formerOf(event.payload, before, now);
      if (typeof payload === 'string' || payload.grade === undefined) return CHANGED;
      const draft = { type: 'incident.graded', subject, payload: { grade: payload.grade } } as const;
      return { draft, kind: 'triage', words: { key: 'reverse.triage' } };
    }
    case 'incident.joined': {
      const { link } = event.payload;
      if (!now.links.some((one) => one.link === link)) return CHANGED;
      return {
        draft: { type: 'incident.parted', subject, payload: { link } },
        kind: 'part',
        words: { key: 'reverse.part' },
      };
    }
    case 'incident.parted': {
      const other = linkOf(event.payload.link);
      if (other === null || now.links.some((one) => one.with === other)) return CHANGED;
      const payload = { link: newLink(event.payload.link), with: other };
      return {
        draft: { type: 'incident.joined', subject, payload },
        kind: 'join',
        words: { key: 'reverse.join' },
      };
    }
    case 'incident.time-set':
      return 'set-again';
    case 'incident.conflict-settled':
      return 'settled-stays';
    default:
      return 'not-undoable';
  }
}

/** Of what an event said, the fields that still show it, as they were before. */
function formerOf<T extends object>(said: T, before: object, now: object): { [K in keyof T]?: T[K] } | Refusal {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(now))];
  const standing = Object.entries(said).filter(([field, value]) => value !== undefined && is.get(field) === value);
  if (standing.length === 0) return CHANGED;
  const former = standing
    .map(([field, value]) => [field, was.get(field), value] as const)
    .filter(([, old, value]) => old !== null && old !== undefined && old !== value);
  if (former.length === 0) return NOTHING;
  return Object.fromEntries(former.map(([field, old]) => [field, old])) as { [K in keyof T]?: T[K] };
}

type Described = KnownEvent<'case.victim-described' | 'case.kin-described'>;

/** Both halves of a description as they were; what nobody had said before cannot be unsaid. */
function described<E extends Described>(
  event: E,
  before: object,
  now: object,
): { payload: E['payload']; private: NonNullable<E['private']> } | Refusal {
  const said = { ...event.payload, ...event.private };
  const former = formerOf(said, before, now);
  if (typeof former === 'string') return former;
  const half = (of: object | undefined) =>
    Object.fromEntries(Object.entries(former).filter(([name]) => of && name in of));
  return {
    payload: half(event.payload) as E['payload'],
    private: half(event.private) as NonNullable<E['private']>,
  };
}
