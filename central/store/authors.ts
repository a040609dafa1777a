import type { Person, Role, Scope } from '#shared/domain/person-role.ts';
import type { Connection, Database } from './database.ts';
import { rawRows } from './raw-rows.ts';

/** A person an act names as its author, and whether they ever signed in at the device that brings it. */
export interface Author {
  person: Person;
  atDevice: boolean;
  /** Whether the account is closed; what was done before stays theirs. */
  closed: boolean;
}

/** A device and the id of a person said to act at it. */
export type Claim = readonly [device: string, user: string];

/** The key of a claim in the map of authors. */
export const claimKey = (device: string, user: string) => `${device} ${user}`;

const PAIRS = {
  sqlite: ['json_each(?) AS pair', 'pair.value'],
  postgres: ['json_array_elements(CAST(? AS json)) AS pair', 'pair'],
} as const;

/** Authors by `claimKey`, in one question; also of closed accounts, whose acts stay theirs. */
export async function authorsOf(
  tx: Connection,
  kind: Database['kind'],
  claims: readonly Claim[],
): Promise<Map<string, Author>> {
  const [from, pair] = PAIRS[kind];
  const rows = await rawRows<{
    device: string;
    id: string;
    name: string;
    role: Role;
    scope: string;
    disabled: number;
    at: string | null;
  }>(
    tx,
    `SELECT ${pair} ->> 0 AS device, person.id, person.name, person.role, person.scope, person.disabled,
       device_user.device AS at
     FROM ${from} JOIN user_account AS person ON person.id = ${pair} ->> 1
     LEFT JOIN device_user ON device_user.device = ${pair} ->> 0 AND device_user.user_id = person.id`,
    [JSON.stringify(claims)],
  );
  return new Map(
    rows.map(({ device, id, name, role, scope, disabled, at }) => [
      claimKey(device, id),
      {
        person: { id, name, role, scope: JSON.parse(scope) as Scope },
        atDevice: at !== null,
        closed: disabled !== 0,
      },
    ]),
  );
}
