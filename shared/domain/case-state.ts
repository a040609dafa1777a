import type { Benefit } from './benefit.ts';
import type { CaseStatus, FirstAction, Outcome, PauseReason } from './case-status.ts';
import type { AssignmentFact, ComplaintFact, Moment, PolicyMove } from './clock-facts.ts';
import type { Grade, IncidentKind, Severity, Source } from './incident-kind.ts';
import type { MessageRef } from './message-ref.ts';
import type { PayeeState } from './payee.ts';
import type { Place, Town } from './place.ts';
import type { Scheme } from './scheme.ts';

/** Two values of one field, neither of whose authors had seen the other's. The one accepted first keeps showing. */
export interface Conflict {
  field: string;
  kept: { event: string; value: string; actor: string; ms: number };
  other: { event: string; value: string; actor: string; ms: number };
}

/** What people know of the victim or kin; null where nobody said. Private members hold clear text. */
export interface VictimState {
  name: string | null;
  idNumber: string | null;
  employer: string | null;
  sex: 'male' | 'female' | null;
  age: number | null;
  occupation: string | null;
}
export interface KinState {
  name: string | null;
  phone: string | null;
  relation: string | null;
  town: string | null;
}

/** A case as its events make it. Equal events in equal order give byte-equal canonical JSON. */
export interface CaseState {
  id: string;
  incident: string;
  ordinal: number;
  number: string | null;
  label: string | null;
  severity: Severity;
  priority: 'normal' | 'high';
  status: CaseStatus;
  /** At most one lead, always. */
  lead: string | null;
  suggestedAtAssign: string | null;
  assist: readonly string[];
  assignments: readonly AssignmentFact[];
  opened: Moment;
  triaged: Moment | null;
  firstAction: (Moment & { action: FirstAction }) | null;
  familyContacted: Moment | null;
  documents: readonly { benefit: Benefit; payee?: string; at: Moment }[];
  eligibility: readonly { benefit: Benefit; eligible: boolean; payee?: string; at: Moment }[];
  payments: readonly { benefit: Benefit; amountSen: number; payee?: string; at: Moment }[];
  pauses: readonly { reason: PauseReason; from: Moment; until: Moment | null; plannedUntil: number | null }[];
  closed: (Moment & { outcome: Outcome }) | null;
  /** Clocks that were moved to another version of their promise; left out where none was. */
  policyMoves?: readonly PolicyMove[];
  /** Beside the incident's place: the towns of the heirs and of the employer; each left out where nobody said. */
  places?: { readonly kin?: Town; readonly employer?: Town };
  /** Laws the victim is covered under. */
  schemes?: readonly Scheme[];
  complaints?: readonly ComplaintFact[];
  payees?: readonly PayeeState[];
  victim: VictimState;
  kin: KinState;
  conflicts: readonly Conflict[];
  /** Acts undone: their events count for nothing but stay in the timeline. */
  undone: readonly string[];
  /** Reasons under which personal data was opened, by actor: ids of the `case.personal-opened` events. */
  personalOpened: readonly { event: string; actor: string; ms: number }[];
  /** An event of a type or version this build does not know touched it. */
  readOnly: boolean;
  /** Highest accepted seq folded in; 0 while only pending events made it. */
  seq: number;
}

/** A report's link to an incident, with the facts that clocks need of it. */
export interface ReportLink {
  report: string;
  source: Source;
  publishedAt: number | null;
  receivedAt: number;
  /** Id of the linking event. */
  event: string;
  /** Doubt over `receivedAt`, or who set it; left out where it was never in doubt. */
  doubt?: Pick<Moment, 'certain' | 'notBefore' | 'notAfter' | 'setBy'>;
}

/** One open link to another incident that is the same one; `link` is shared by both halves. */
export interface IncidentLink {
  link: string;
  with: string;
}

/** An incident as its events make it. */
export interface IncidentState {
  id: string;
  number: string | null;
  label: string | null;
  kind: IncidentKind;
  occurredAt: number | null;
  place: Place | null;
  alternatives: readonly Place[];
  suggested: { branch: string; reason: MessageRef; km?: number | undefined } | null;
  grade: Grade;
  reports: readonly ReportLink[];
  /** Incidents a person joined with this one and has not parted since. */
  links: readonly IncidentLink[];
  /** Acts undone. */
  undone: readonly string[];
  opened: Moment;
  conflicts: readonly Conflict[];
  readOnly: boolean;
  seq: number;
}

/** A report as received; never edited. `text` and what names people are private. */
export interface ReportState {
  id: string;
  source: Source;
  channel: string | null;
  externalId: string | null;
  publishedAt: number | null;
  receivedAt: number;
  claimedReceivedAt: number | null;
  lat: number | null;
  lon: number | null;
  text: string;
  url: string | null;
  placeName: string | null;
  reporter: { name: string | null; organisation: string | null; phone: string | null } | null;
  seq: number;
}
