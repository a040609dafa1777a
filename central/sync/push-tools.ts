import type { Database } from '#central/store/database.ts';
import type { StateOfBranch } from '#central/store/scope-spans.ts';
import type { KeyFault } from '#central/store/session-keys.ts';
import type { Lang } from '#shared/text/lang.ts';

/** What taking a push needs beside the log. */
export interface PushTools {
  kind: Database['kind'];
  stateOfBranch: StateOfBranch;
  branchExists(code: string): boolean;
  newId(): string;
  /** By event id: why its private part is not taken. */
  faults: ReadonlyMap<string, KeyFault>;
  /** The language refusals are said in. */
  lang: Lang;
}

/** Why an act is not taken, in words. */
export interface Refusal {
  code: string;
  message: string;
  field?: string;
}
