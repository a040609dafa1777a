import type { Person, Role } from '#shared/domain/person-role.ts';
import type { Database } from './database.ts';

/** Everyone this console knows with this role, by name. */
export async function peopleOfRole(db: Database, role: Role): Promise<Person[]> {
  const rows = await db.all<{ person: string }>("SELECT person FROM user_row WHERE person ->> '$.role' = ?", [role]);
  return rows.map((row) => JSON.parse(row.person) as Person).sort((a, b) => (a.name < b.name ? -1 : 1));
}
