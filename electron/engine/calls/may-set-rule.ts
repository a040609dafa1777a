import type { EngineContext } from '#engine/engine-context.ts';
import { stateOfBranch } from '#shared/geo/branches.ts';
import { type RuleArea, ruleInScope } from '#shared/sync/rule-scope.ts';

/** Whether the person who sits here sets days and duties of this area. */
export function maySetRule(context: EngineContext, area: RuleArea): boolean {
  const who = context.person();
  return who?.role === 'supervisor' && ruleInScope(who, area, { stateOfBranch });
}
