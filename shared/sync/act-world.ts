import type { Failure } from '#shared/contract/ipc.ts';
import type { AnyEvent, EventDraft } from '#shared/contract/wire/event.ts';
import type { Suggestion } from '#shared/contract/wire/values.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { HeldAct } from '#shared/domain/held-act.ts';
import type { Person } from '#shared/domain/person-role.ts';
import type { Place } from '#shared/domain/place.ts';
import type { ReportReading } from './open-incident.ts';

/** What planning an act may ask of the store and of geography. All answers are of this moment. */
export interface ActWorld {
  case(id: string): CaseState | null;
  incident(id: string): IncidentState | null;
  /** An act that central holds, as this store knows it. */
  held(act: string): HeldAct | null;
  /** Events of an act in this store, in order. */
  actEvents(act: string): readonly AnyEvent[];
  /** When this console made an act, corrected ms since 1970; null where it did not, or does not know any more. */
  madeAt?(act: string): number | null;
  /** Events of one case or incident in this store. */
  eventsOf(subject: string): readonly AnyEvent[];
  branchExists(code: string): boolean;
  /** Name of the state a branch lies in; null for a code nobody knows, as for every code when left out. */
  stateOfBranch?(code: string): string | null;
  suggest(place: Place): Suggestion | null;
  /** Reads place, kind and people from words; a place a person chose stands. */
  readReport(text: string, place?: Place | undefined): Omit<ReportReading, 'grade'>;
  /** Corrected time, ms since 1970. */
  now(): number;
  /** The console's next label, such as K7-31. */
  nextLabel(): string;
  newId(): string;
  who: Person | null;
}

/** The events an act would make, or why it cannot be made. */
export type PlannedAct =
  | { ok: true; drafts: EventDraft[]; cases: string[]; incidents: string[]; undoable: boolean }
  | { ok: false; failure: Failure };

/** How long an act can be taken back. */
export const UNDO_MS = 10_000;
