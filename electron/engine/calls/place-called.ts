import type { CalledPlace } from '#shared/clocks/escalation/who-to-call.ts';
import { stateOfBranch } from '#shared/geo/branches.ts';

/** From where a case calls people, as central has it: its branch and the state of that, or else where it happened. */
export function placeCalled(lead: string | null, state: string | null): CalledPlace {
  return { branch: lead, state: (lead === null ? null : stateOfBranch(lead)) ?? state };
}
