import policiesJson from '#data/policies.json';
import type { Benefit } from '#shared/domain/benefit.ts';
import type { PauseReason } from '#shared/domain/case-status.ts';
import type { Grade, IncidentKind, Severity } from '#shared/domain/incident-kind.ts';

/** What starts a clock; one of documents, an approval or a complaint starts one clock each. */
export type ClockStart =
  | 'received'
  | 'news'
  | 'assigned'
  | 'declined'
  | 'first-action'
  | 'complaint'
  | `documents:${Benefit}`
  | `approval:${Benefit}`;

/** What stops a clock. */
export type ClockStop =
  | 'triaged'
  | 'assigned'
  | 'acknowledged'
  | 'replaced'
  | 'first-action'
  | 'family-contacted'
  | 'eligibility'
  | 'payment'
  | 'complaint-acknowledged'
  | `payment:${Benefit}`;

/** How a due time follows from a start. */
export type ClockRule =
  /** So long of counted time. */
  | { kind: 'within'; ms: number }
  /** End of the day (23:59:59) of the start; started after `cutOff`: at `lateDue` the next day. Both `HH:MM`, Malaysia. */
  | { kind: 'same-day'; cutOff: string; lateDue: string }
  /** End (23:59:59) of the last of so many days of the calendar; the day of the start is not one of them. */
  | { kind: 'days'; days: number; restStart: 'moves' | 'counts' };

/** What may be our reading in a promise that others made: its limit of the day, how days count, that pauses lengthen it. */
export type InferredPart = 'late-receipt' | 'days-as-hours' | 'working-days' | 'pauses';

/** Which cases a policy holds for; a list left out holds for all. */
export interface PolicyScope {
  kinds?: readonly IncidentKind[];
  severities?: readonly Severity[];
  grades?: readonly Grade[];
  schemes?: readonly string[];
}

/** One promise with the span in which it holds. */
export interface ClockPolicy {
  /** `key@date`: names the version. */
  id: string;
  key: string;
  /** ms since 1970; it holds for clocks that start from then on, and before `effectiveTo` where there is one. */
  effectiveFrom: number;
  effectiveTo: number | null;
  start: ClockStart;
  /** The first is the promise itself; the others end the clock too. */
  stop: readonly ClockStop[];
  rule: ClockRule;
  /** Around the clock, or the working days or hours of the lead branch. */
  calendar: 'always' | 'lead-days' | 'lead-hours';
  /** Null: never pauses. `capMs`: most it may pause altogether, counted time; `reasons` left out: any. */
  pauses: { capMs: number | null; reasons?: readonly PauseReason[] } | null;
  /** Shares of the counted time at which somebody is told, in order, each below 1. */
  warnAt: readonly number[];
  when: PolicyScope | null;
  /** Whether it is shown before it starts: always, where somebody died, or never. */
  awaited: 'always' | 'death' | null;
  /** stated and published are confirmed; inferred is ours. */
  status: 'stated' | 'published' | 'inferred';
  source: string;
  /** What of a stated or published promise is our own reading; a version that a supervisor set has none. */
  inferredParts?: readonly InferredPart[];
  /** Of versions that supervisors set: their place in the log; of two that begin alike the higher comes first. */
  rank?: number;
}

/** A policy as it stands in a file or an event: lengths in minutes and hours, moments in ISO 8601. */
export interface PolicyRow
  extends Omit<ClockPolicy, 'id' | 'rank' | 'inferredParts' | 'effectiveFrom' | 'effectiveTo' | 'rule' | 'pauses'> {
  effectiveFrom: string;
  effectiveTo: string | null;
  rule: { kind: 'within'; minutes: number } | Exclude<ClockRule, { kind: 'within' }>;
  pauses: { capHours: number | null; reasons?: readonly PauseReason[] } | null;
}

function readMoment(key: string, text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new RangeError(`policy ${key}: not a date: ${text}`);
  return ms;
}

/** A policy from its row. @throws RangeError on a date or a threshold that is none, or a rule its calendar cannot keep */
export function readPolicy(row: PolicyRow): ClockPolicy {
  const { key, rule, pauses } = row;
  if ((rule.kind === 'days') !== (row.calendar === 'lead-days'))
    throw new RangeError(`policy ${key}: days are counted on working days, and nothing else is`);
  if (row.warnAt.some((percent, at) => percent <= (row.warnAt[at - 1] ?? 0) || percent >= 100))
    throw new RangeError(`policy ${key}: thresholds grow, between 0 and 100`);
  return {
    ...row,
    id: `${key}@${row.effectiveFrom.slice(0, 10)}`,
    effectiveFrom: readMoment(key, row.effectiveFrom),
    effectiveTo: row.effectiveTo === null ? null : readMoment(key, row.effectiveTo),
    rule: rule.kind === 'within' ? { kind: 'within', ms: rule.minutes * 60_000 } : rule,
    pauses:
      pauses === null
        ? null
        : {
            capMs: pauses.capHours === null ? null : pauses.capHours * 3_600_000,
            ...(pauses.reasons === undefined ? {} : { reasons: pauses.reasons }),
          },
    warnAt: row.warnAt.map((percent) => percent / 100),
  };
}

interface PoliciesFile {
  policies: readonly PolicyRow[];
  inferredParts: Readonly<Record<string, readonly InferredPart[]>>;
}

const file = policiesJson as PoliciesFile;

/** The policies shipped with the product, as they stand in their file. */
export const defaultRows = file.policies;

/** The policies shipped with the product, each with what is our reading in it. */
export const defaultPolicies: readonly ClockPolicy[] = defaultRows.map((row) => {
  const inferredParts = file.inferredParts[row.key];
  return { ...readPolicy(row), ...(inferredParts === undefined ? {} : { inferredParts }) };
});

/** Whether somebody stands behind a policy, or only our inference. */
export function isConfirmed(policy: ClockPolicy): boolean {
  return policy.status !== 'inferred';
}
