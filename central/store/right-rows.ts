import type { Person, Role, Scope } from '#shared/domain/person-role.ts';
import type { Connection } from './database.ts';
import { scopeKey } from './scope-spans.ts';

/** What a person might do from one place in the log on. */
export interface Right {
  role: Role;
  scope: Scope;
  disabled: boolean;
}

/** Notes what a person may do from `seq` on. */
export async function putRight(tx: Connection, user: string, seq: number, right: Right): Promise<void> {
  const row = { role: right.role, scope: JSON.stringify(right.scope), disabled: right.disabled ? 1 : 0 };
  await tx('user_right')
    .insert({ user_id: user, seq, ...row })
    .onConflict(['user_id', 'seq'])
    .merge(row);
}

/** What a person might do at a place in the log; of a time before they were known here, what they might do at first. */
export async function rightAt(tx: Connection, user: string, seq: number): Promise<Right | null> {
  const of = () => tx<{ user_id: string; seq: number; role: Role; scope: string; disabled: number }>('user_right');
  const row =
    (await of().where({ user_id: user }).where('seq', '<=', seq).orderBy('seq', 'desc').first()) ??
    (await of().where({ user_id: user }).orderBy('seq').first());
  if (row === undefined) return null;
  return { role: row.role, scope: JSON.parse(row.scope) as Scope, disabled: row.disabled !== 0 };
}

/** Those of these subjects that lay in a scope at a place in the log; all of them for headquarters. */
export async function inSightAt(
  tx: Connection,
  scope: Scope,
  subjects: readonly string[],
  seq: number,
): Promise<Set<string>> {
  const key = scopeKey(scope);
  if (key === null) return new Set(subjects);
  const rows: { subject_id: string }[] = await tx('scope_span')
    .select('subject_id')
    .where('scope_key', key)
    .where('entered_seq', '<=', seq)
    .where((open) => void open.whereNull('left_seq').orWhere('left_seq', '>', seq))
    .whereIn('subject_id', [...subjects]);
  return new Set(rows.map((row) => row.subject_id));
}

/** The person as they were; the name is today's. */
export function asThen(person: Person, right: Right): Person {
  return { id: person.id, name: person.name, role: right.role, scope: right.scope };
}
