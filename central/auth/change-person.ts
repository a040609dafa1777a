import type { LogSession } from '#central/store/log-session.ts';
import { endSessionsOf } from '#central/store/refresh-rows.ts';
import { putRight } from '#central/store/right-rows.ts';
import { type AnyAccount, updateAccount } from '#central/store/user-rows.ts';
import type { Person, Role, Scope } from '#shared/domain/person-role.ts';

/** What an admin may change of an account. */
export interface PersonChange {
  name?: string | undefined;
  role?: Role | undefined;
  scope?: Scope | undefined;
  disabled?: boolean | undefined;
}

/**
 * Changes what a person may do, tells every console in the log, and notes from where in the log on it holds: what they
 * did before is judged by what they might do then (S-27). A closed account's sessions end at once.
 */
export async function changePerson(
  session: LogSession,
  account: AnyAccount,
  change: PersonChange,
  newId: () => string,
): Promise<Person & { disabled: boolean }> {
  const { id } = account;
  const name = change.name ?? account.name;
  const role = change.role ?? account.role;
  const scope = change.scope ?? account.scope;
  const disabled = change.disabled ?? account.disabled;
  await updateAccount(session.tx, id, { name, role, scope, disabled });
  const own = { act: newId(), actor: 'central', session: 'central', via: 'system' } as const;
  const [written] = session.write(
    [{ type: 'user.described', subject: { kind: 'user', id }, payload: { name, role, scope } }],
    own,
  );
  await putRight(session.tx, id, written?.seq ?? session.head.seq, { role, scope, disabled });
  if (disabled) await endSessionsOf(session.tx, { user_id: id });
  return { id, name, role, scope, disabled };
}
