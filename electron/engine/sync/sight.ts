import type { Person, Scope } from '#shared/domain/person-role.ts';

/** What part of the log a store is filled with: of whose scope, and seen as what. */
export interface Sight {
  scope: Scope;
  /** Supervisors also see held acts; walls see nothing that names a person. */
  as: 'supervisor' | 'wall' | 'other';
}

/** What this person may see. */
export function sightOf({ role, scope }: Pick<Person, 'role' | 'scope'>): Sight {
  return { scope, as: role === 'supervisor' || role === 'wall' ? role : 'other' };
}

/** Whether two scopes are one. */
export function sameScope(a: Scope, b: Scope): boolean {
  return nameOf(a) === nameOf(b);
}

/**
 * What a store filled so is to remember of an answer that central had cut to `scope`; its person need not know of it yet.
 * By which role it was cut no answer says. But whatever came while another one held brings the news of it sooner or
 * later, though it is over by then.
 * @param told rights of that person of which the answer brings news
 */
export function cutTo(
  scope: Scope,
  told: readonly Pick<Person, 'role' | 'scope'>[],
  kept: Sight | undefined,
): { sightMoved?: true; heldMoved?: true } {
  if (kept === undefined) return {};
  const others = told.map((right) => sightOf(right).as).filter((as) => as !== kept.as);
  if (!sameScope(kept.scope, scope) || (others.length > 0 && [...others, kept.as].includes('wall')))
    return { sightMoved: true };
  return others.length > 0 ? { heldMoved: true } : {};
}

/** Whether a store filled so shows this person nothing they may not see. */
export function coversSight(person: Person, kept: Sight | undefined): boolean {
  if (kept === undefined) return true;
  if (person.role === 'wall') return kept.as === 'wall';
  return person.scope.kind === 'hq' || sameScope(person.scope, kept.scope);
}

/** Whether one of them sees another part of the log than the other. */
export function movesSight(before: Person | null, now: Person): boolean {
  if (before === null) return false;
  const [a, b] = [sightOf(before), sightOf(now)];
  return a.as !== b.as || !sameScope(a.scope, b.scope);
}

function nameOf(scope: Scope): string {
  return scope.kind === 'hq' ? 'hq' : scope.kind === 'state' ? `state ${scope.state}` : `branch ${scope.branch}`;
}
