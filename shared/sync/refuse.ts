import type { Verdict } from '#shared/domain/act-rules.ts';
import type { PlannedAct } from './act-world.ts';

/** Refuses in words of the catalogue (`failure.<code>`), naming the member at fault. */
export function refuse(code: string, field: string): PlannedAct {
  return { ok: false, failure: { code, message: { key: `failure.${code}` }, field } };
}

/** Refuses as the rule table said. */
export function refuseBy(verdict: Verdict, field: string): PlannedAct {
  return refuse(verdict.why?.key.replace(/^failure\./, '') ?? 'not-allowed', field);
}
