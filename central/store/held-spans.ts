import type { Role, Scope } from '#shared/domain/person-role.ts';
import { amongJson, bulkInsert } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { type StateOfBranch, scopeKey } from './scope-spans.ts';

const HQ = 'hq';
const toDeciders = (key: string) => `decides:${key}`;
const toDevice = (device: string) => `device:${device}`;

/** The key under which the supervisors of a scope see held acts; unlike cases, nobody else there does. */
const decidersKey = (scope: Scope) => toDeciders(scopeKey(scope) ?? HQ);

/** The keys under which this person at this console sees held acts: what to decide, and what became of its own. */
export function heldKeys(person: { role: Role; scope: Scope; device: string }): string[] {
  const own = toDevice(person.device);
  return person.role === 'supervisor' ? [decidersKey(person.scope), own] : [own];
}

/** Who is to see a held act beside headquarters: what scopes its subjects lie in, and where it says itself they lie. */
export interface HeldSight {
  act: string;
  device: string;
  subjects: readonly string[];
  /** States of the places and codes of the branches its own events name. */
  states: readonly string[];
  branches: readonly string[];
}

/** Opens a held act, from `seq` on and for good, to headquarters, to its scopes and to the console it came from. */
export async function openHeldSpans(
  tx: Connection,
  tools: { kind: Database['kind']; stateOfBranch: StateOfBranch },
  { act, device, subjects, states, branches }: HeldSight,
  seq: number,
): Promise<void> {
  const open: { scope_key: string }[] = await tx('scope_span')
    .distinct('scope_key')
    .whereNull('left_seq')
    .whereRaw(amongJson(tools.kind, 'subject_id'), [JSON.stringify(subjects)]);
  const all = [...states, ...branches.map(tools.stateOfBranch)].filter((state) => state !== undefined);
  const scopes = [
    HQ,
    ...open.map((row) => row.scope_key),
    ...all.map((state) => `state:${state}`),
    ...branches.map((branch) => `branch:${branch}`),
  ];
  const keys = new Set([toDevice(device), ...scopes.map(toDeciders)]);
  const columns = [
    { name: 'subject_kind', type: 'text' },
    { name: 'subject_id', type: 'text' },
    { name: 'scope_key', type: 'text' },
    { name: 'entered_seq', type: 'bigint' },
  ] as const;
  const rows = [...keys].map((key) => ['act', act, key, seq]);
  await bulkInsert(tx, tools.kind, 'scope_span', columns, rows);
}

/** Whether a held act lies in this scope. */
export async function holdsInScope(tx: Connection, act: string, scope: Scope): Promise<boolean> {
  const found: unknown = await tx('scope_span')
    .where({ subject_id: act, scope_key: decidersKey(scope) })
    .first('subject_id');
  return found !== undefined;
}
