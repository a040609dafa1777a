/** How a supervisor decided on an act that central holds. */
export interface HeldDecision {
  kind: 'admitted' | 'turned-down';
  /** Id of the deciding event. */
  event: string;
  actor: string;
  ms: number;
  /** The words its author is to read; null when nothing was said. */
  reason: string | null;
}

/** An act that central keeps until a supervisor decides: its author's right to it was withdrawn after they acted. */
export interface HeldAct {
  /** The act's own id. */
  id: string;
  /** Why central did not simply accept it: `role`, `scope`, `account-closed`, `device-revoked` … */
  code: string;
  author: string;
  device: string;
  subjects: readonly { kind: string; id: string }[];
  /** The events as they came, in the order of the device's count; without what names persons where that is sealed. */
  events: readonly Readonly<Record<string, unknown>>[];
  /** When central put it before a supervisor, ms since 1970. */
  heldMs: number;
  /** The first decision in the log; later ones change nothing. */
  decision: HeldDecision | null;
  /** Highest accepted seq folded in. */
  seq: number;
}

/** The words for who comes after a decision. */
export const DECIDED_BEFORE: Readonly<Record<HeldDecision['kind'], string>> = {
  admitted: 'failure.already-admitted',
  'turned-down': 'failure.already-turned-down',
};
