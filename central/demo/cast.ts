import type { Parts } from '#central/parts.ts';
import { idsByName } from '#central/store/user-rows.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { DEMO_COORDINATOR, DEMO_SUPERVISOR, demoPeople, squadName } from './demo-people.ts';

/** Who acts in the demo. */
export interface Cast {
  desk: Person;
  supervisor: Person;
  squad(branch: string): Person | null;
}

/** Finds the demo's people by their user names. @throws Error when they have not been made. */
export async function findCast(parts: Parts): Promise<Cast> {
  const ids = await idsByName(parts.database.reader);
  const people = new Map<string, Person>();
  for (const { username, name, role, scope } of demoPeople(parts.geography.branches)) {
    const id = ids.get(username);
    if (id !== undefined) people.set(username, { id, name, role, scope });
  }
  const [desk, supervisor] = [people.get(DEMO_COORDINATOR), people.get(DEMO_SUPERVISOR)];
  if (desk === undefined || supervisor === undefined) throw new Error('the demo has no people yet');
  return { desk, supervisor, squad: (branch) => people.get(squadName(branch)) ?? null };
}
