import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPerson } from '#central/auth/add-person.ts';
import { hashPassword, hashSecret, newSecret } from '#central/auth/secrets.ts';
import type { Parts } from '#central/parts.ts';
import { insertApiKey } from '#central/store/api-key-rows.ts';
import { setPassword } from '#central/store/user-rows.ts';
import type { Role, Scope } from '#shared/domain/person-role.ts';
import { demoPeople } from './demo-people.ts';

/** What `demo-credentials.json` holds, for the console's own sign-in, tests and curl. */
export interface DemoCredentials {
  apiKey: string;
  users: { username: string; password: string; role: Role; scope: Scope }[];
}

const PER_MINUTE = 600;

/**
 * Makes the demo's people, an API key and passwords of this folder alone, and writes them down (mode 600). Where the
 * people are there but the file is not, passwords are made anew. Nothing of this runs in a live central.
 * @returns null when the file was there already. @param startMs ms since 1970 the people are described at.
 */
export async function makeDemoCredentials(
  parts: Parts,
  folder: string,
  startMs: number,
): Promise<DemoCredentials | null> {
  const file = join(folder, 'demo-credentials.json');
  if (existsSync(file)) return null;
  const people = demoPeople(parts.geography.branches);
  const closed = await hashPassword(newSecret());
  const users = await Promise.all(
    people.map(async (person) => {
      const password = newSecret(12);
      return { ...person, password, passwordHash: person.listed ? await hashPassword(password) : closed };
    }),
  );
  const apiKey = `demo_${newSecret()}`;
  await parts.writer.submit(async (session) => {
    session.now = Math.min(session.now, startMs);
    for (const { username, name, role, scope, passwordHash } of users) {
      if (await setPassword(session.tx, username, passwordHash)) continue;
      await addPerson(session, { id: parts.newId(), username, name, role, scope, passwordHash }, parts.newId);
    }
    await insertApiKey(session.tx, {
      id: parts.newId(),
      hash: hashSecret(apiKey),
      name: 'demo',
      channel: 'demo',
      source: 'press',
      perMinute: PER_MINUTE,
    });
  });
  const listed = users.filter((user) => user.listed);
  const credentials = {
    apiKey,
    users: listed.map(({ username, password, role, scope }) => ({ username, password, role, scope })),
  };
  mkdirSync(folder, { recursive: true });
  // Whole or not at all: a console may be reading.
  writeFileSync(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return credentials;
}
