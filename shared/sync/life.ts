import type { AnyEvent, KnownEvent } from '#shared/contract/wire/event.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import type { Moment, PolicyMove } from '#shared/domain/clock-facts.ts';
import { type Around, emptyAround } from './case-around.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

/** What a case has been through, while its events are being read. */
export interface Life
  extends Writable<
    Pick<
      CaseState,
      | 'ordinal'
      | 'label'
      | 'suggestedAtAssign'
      | 'assignments'
      | 'triaged'
      | 'firstAction'
      | 'familyContacted'
      | 'documents'
      | 'eligibility'
      | 'payments'
      | 'pauses'
      | 'closed'
      | 'personalOpened'
      | 'assist'
    >
  > {
  opened: Moment | null;
  policyMoves: PolicyMove[];
  incident: string | null;
  closedBy: AnyEvent | null;
  pausedBy: AnyEvent | null;
  /** Who first took each offer, and who did not take it, by assignment. */
  acknowledgedBy: Map<string, AnyEvent>;
  declinedBy: Map<string, AnyEvent>;
  /** Answers to offers that are not there yet. */
  early: { event: KnownEvent<'case.acknowledged' | 'case.declined'> & AnyEvent; at: Moment }[];
  around: Around;
}

/** A case nothing has happened to. */
export function emptyLife(): Life {
  return {
    opened: null,
    policyMoves: [],
    incident: null,
    ordinal: 1,
    label: null,
    suggestedAtAssign: null,
    assist: [],
    assignments: [],
    triaged: null,
    firstAction: null,
    familyContacted: null,
    documents: [],
    eligibility: [],
    payments: [],
    pauses: [],
    closed: null,
    personalOpened: [],
    closedBy: null,
    pausedBy: null,
    acknowledgedBy: new Map(),
    declinedBy: new Map(),
    early: [],
    around: emptyAround(),
  };
}
