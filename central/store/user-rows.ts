import type { Person, Role, Scope } from '#shared/domain/person-role.ts';
import type { Connection } from './database.ts';
import { rawRows } from './raw-rows.ts';

/** A person who may sign in, with the hash of their password. */
export interface Account extends Person {
  username: string;
  passwordHash: string;
}

interface UserRow {
  id: string;
  username: string;
  name: string;
  role: Role;
  scope: string;
  password_hash: string;
  disabled: number;
}

/** An account, closed or not. */
export interface AnyAccount extends Account {
  disabled: boolean;
}

const toAny = (row: UserRow): AnyAccount => ({
  id: row.id,
  username: row.username,
  name: row.name,
  role: row.role,
  scope: JSON.parse(row.scope) as Scope,
  passwordHash: row.password_hash,
  disabled: row.disabled !== 0,
});

const toAccount = (row: UserRow | undefined): Account | null => {
  if (row === undefined || row.disabled !== 0) return null;
  const { disabled: _open, ...account } = toAny(row);
  return account;
};

/** The account of this user name, unless disabled. */
export async function accountByName(reader: Connection, username: string): Promise<Account | null> {
  return toAccount(await reader<UserRow>('user_account').where({ username }).first());
}

/** The account of this id, unless disabled. */
export async function accountById(reader: Connection, id: string): Promise<Account | null> {
  return toAccount(await reader<UserRow>('user_account').where({ id }).first());
}

/**
 * The account of this id, unless disabled, and whether this device was withdrawn: what every call of a person is let in
 * by, read in one statement.
 */
export async function accountAtDevice(
  reader: Connection,
  id: string,
  device: string,
): Promise<{ account: Account | null; withdrawn: boolean }> {
  const [row] = await rawRows<{ revoked: number | null } & { [K in keyof UserRow]: UserRow[K] | null }>(
    reader,
    `SELECT person.*, device.revoked AS revoked FROM (SELECT 1 AS asked) AS one
     LEFT JOIN user_account AS person ON person.id = ? LEFT JOIN device ON device.id = ?`,
    [id, device],
  );
  const account = row === undefined || row.id === null ? null : toAccount(row as UserRow);
  return { account, withdrawn: (row?.revoked ?? 0) !== 0 };
}

/** The account of this id, closed or not. */
export async function anyAccountById(reader: Connection, id: string): Promise<AnyAccount | null> {
  const row = await reader<UserRow>('user_account').where({ id }).first();
  return row === undefined ? null : toAny(row);
}

/** Changes who somebody is and what they may do. */
export async function updateAccount(
  tx: Connection,
  id: string,
  to: Omit<Person, 'id'> & { disabled: boolean },
): Promise<void> {
  await tx('user_account')
    .where({ id })
    .update({ name: to.name, role: to.role, scope: JSON.stringify(to.scope), disabled: to.disabled ? 1 : 0 });
}

/** Adds an account. */
export async function insertAccount(tx: Connection, account: Account): Promise<void> {
  await tx('user_account').insert({
    id: account.id,
    username: account.username,
    name: account.name,
    role: account.role,
    scope: JSON.stringify(account.scope),
    password_hash: account.passwordHash,
    disabled: 0,
  });
}

/** Whether an admin exists, so that no further one-time link is given. */
export async function hasAdmin(reader: Connection): Promise<boolean> {
  return (await reader('user_account').where({ role: 'admin', disabled: 0 }).first('id')) !== undefined;
}

/** Gives a user name a new password. @returns false when there is no such account. */
export async function setPassword(tx: Connection, username: string, passwordHash: string): Promise<boolean> {
  return (await tx('user_account').where({ username }).update({ password_hash: passwordHash })) > 0;
}

/** Ids by user name. */
export async function idsByName(reader: Connection): Promise<Map<string, string>> {
  const rows: { id: string; username: string }[] = await reader('user_account').select('id', 'username');
  return new Map(rows.map((row) => [row.username, row.id]));
}
