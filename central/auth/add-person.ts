import type { LogSession } from '#central/store/log-session.ts';
import { putRight } from '#central/store/right-rows.ts';
import { type Account, insertAccount } from '#central/store/user-rows.ts';
import type { Person } from '#shared/domain/person-role.ts';

/** Adds an account, and tells every console in the log who this person is, so that acts can be shown by name. */
export async function addPerson(session: LogSession, account: Account, newId: () => string): Promise<Person> {
  await insertAccount(session.tx, account);
  const { id, name, role, scope } = account;
  const [written] = session.write(
    [{ type: 'user.described', subject: { kind: 'user', id }, payload: { name, role, scope } }],
    {
      act: newId(),
      actor: 'central',
      session: 'central',
      via: 'system',
    },
  );
  await putRight(session.tx, id, written?.seq ?? session.head.seq, { role, scope, disabled: false });
  return { id, name, role, scope };
}
