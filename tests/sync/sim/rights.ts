import type { Person } from '#shared/domain/person-role.ts';
import { CAST } from './cast.ts';
import type { Random } from './random.ts';

/** What central makes of somebody's role and scope. */
export type Rights = Pick<Person, 'role' | 'scope'>;

const branch = (code: string): Rights => ({ role: 'branch', scope: { kind: 'branch', branch: code } });
const state = (name: 'Johor' | 'Selangor'): Rights => ({ role: 'coordinator', scope: { kind: 'state', state: name } });

/** Where people of the cast may be sent, by their places in it; whoever is not named stays what they are. */
const WAYS: ReadonlyMap<number, readonly Rights[]> = new Map([
  [2, [state('Johor'), branch('KLU'), { role: 'coordinator', scope: { kind: 'hq' } }]],
  [4, [state('Selangor'), state('Johor')]],
  [5, [branch('SBN'), branch('KLU'), { role: 'coordinator', scope: { kind: 'hq' } }]],
  [6, [branch('KLU'), branch('SBN')]],
]);

/** Somebody among these whose rights may change, and what they become; null when nobody is. @param cast places */
export function pickRights(random: Random, cast: readonly number[]): { who: number; rights: Rights } | null {
  const movable = cast.filter((place) => WAYS.has(place));
  if (movable.length === 0) return null;
  const who = random.pick(movable);
  return { who, rights: random.pick(WAYS.get(who) ?? []) };
}

/** What everyone may do and see now, by their ids. */
export function firstRights(): Map<string, Rights> {
  return new Map(CAST.map(({ id, role, scope }) => [id, { role, scope }]));
}
