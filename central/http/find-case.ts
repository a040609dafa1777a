import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { casesById, idOf, isInSight, type StoredCase } from '#central/store/case-queries.ts';
import type { Scope } from '#shared/domain/person-role.ts';

/** The case of this id, number or label. @throws Problem 404 when none is known or in sight */
export async function findCase({ database }: Parts, name: string, scope: Scope): Promise<StoredCase> {
  const id = await idOf(database.reader, 'case_row', name);
  const [stored] = id === null ? [] : await casesById(database, [id]);
  if (stored === undefined || !(await isInSight(database.reader, stored.state.id, scope))) {
    throw new Problem(
      404,
      'not-found',
      `No case ${name} is known or in your sight: give its id or its number, such as 2026-004512/3`,
      'id',
    );
  }
  return stored;
}
