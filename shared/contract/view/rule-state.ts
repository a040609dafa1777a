import type { CalendarEntry, PolicyRowData, RotaLevel } from '#shared/contract/wire/rule-values.ts';
import type { Scope } from '#shared/domain/person-role.ts';

/** Of every rule: its subject, who set it last, where that stands in the log, and when it was taken off. Times in ms since 1970. */
interface RuleMark {
  id: string;
  event: string;
  actor: string;
  setAt: number;
  withdrawnAt: number | null;
  /** Central's place of the last set; 0 while it is pending. */
  seq: number;
  /** Hybrid logical clock of the last set: the order of what is pending. */
  at: string;
}

/** A version of a promise. `version` names it; `replaces`: the version its author started from. */
export interface PolicyRule extends RuleMark {
  kind: 'policy';
  version: string;
  row: PolicyRowData;
  replaces: string | null;
}

/** One line of the calendars. */
export interface CalendarRule extends RuleMark {
  kind: 'calendar';
  entry: CalendarEntry;
}

/** One span of duty, without who is on it: that lies in the sealed part of `event`. */
export interface DutyRule extends RuleMark {
  kind: 'rota';
  area: Scope;
  level: RotaLevel;
  from: number;
  to: number;
  user: string | null;
}

/** What the events of one rule make. */
export type RuleState = PolicyRule | CalendarRule | DutyRule;
