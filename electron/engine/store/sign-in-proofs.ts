import type { Person } from '#shared/domain/person-role.ts';
import type { Database } from './database.ts';

/** That central vouched for a person at this console. Moments in ms since 1970. */
export interface SignInProof {
  person: Person;
  /** Null for one who was here before names were kept. */
  username: string | null;
  /** What a password is held against, sealed; null while none was given here. */
  verifier: string | null;
  provedAt: number;
  /** How long they may go on from then without central. */
  days: number;
}

interface ProofRow {
  username: string | null;
  state: string;
  verifier: string | null;
  proved_at: number;
  days: number;
}

const toProof = (row: ProofRow | undefined): SignInProof | null =>
  row === undefined
    ? null
    : {
        person: JSON.parse(row.state) as Person,
        username: row.username,
        verifier: row.verifier,
        provedAt: row.proved_at,
        days: row.days,
      };

/** What is known here of the person with this user name. */
export async function proofByName(db: Database, username: string): Promise<SignInProof | null> {
  return toProof(await db.get<ProofRow>('SELECT * FROM sign_in_proof WHERE username = ?', [username]));
}

/** What is known here of this person. */
export async function proofOf(db: Database, person: string): Promise<SignInProof | null> {
  return toProof(await db.get<ProofRow>('SELECT * FROM sign_in_proof WHERE person = ?', [person]));
}

/** Keeps a proof; name and verifier that are not said stay as they were. */
export async function putProof(
  db: Database,
  proof: Omit<SignInProof, 'username' | 'verifier'> & Partial<SignInProof>,
): Promise<void> {
  const { person, username = null, verifier = null, provedAt, days } = proof;
  if (username !== null)
    await db.run('DELETE FROM sign_in_proof WHERE username = ? AND person <> ?', [username, person.id]);
  await db.run(
    `INSERT INTO sign_in_proof (person, username, state, verifier, proved_at, days) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (person) DO UPDATE SET state = excluded.state, proved_at = excluded.proved_at, days = excluded.days,
       username = COALESCE(excluded.username, username), verifier = COALESCE(excluded.verifier, verifier)`,
    [person.id, username, JSON.stringify(person), verifier, Math.floor(provedAt), days],
  );
}

/** Who somebody is changed; how long they may go on does not. */
export async function renameProof(db: Database, person: Person): Promise<void> {
  await db.run('UPDATE sign_in_proof SET state = ? WHERE person = ?', [JSON.stringify(person), person.id]);
}

/** Forgets a person: without central they do not get in here any more. */
export async function forgetProof(db: Database, person: string): Promise<void> {
  await db.run('DELETE FROM sign_in_proof WHERE person = ?', [person]);
}

/** Wrong passwords for a name since the last right one. */
export async function wrongTries(db: Database, username: string): Promise<{ times: number; lastAt: number }> {
  const row = await db.get<{ times: number; last_at: number }>(
    'SELECT times, last_at FROM wrong_sign_in WHERE username = ?',
    [username],
  );
  return { times: row?.times ?? 0, lastAt: row?.last_at ?? 0 };
}

/** Notes one more. @param at ms since 1970 */
export async function addWrongTry(db: Database, username: string, at: number): Promise<void> {
  await db.run(
    `INSERT INTO wrong_sign_in (username, times, last_at) VALUES (?, 1, ?)
     ON CONFLICT (username) DO UPDATE SET times = times + 1, last_at = MAX(last_at, excluded.last_at)`,
    [username, Math.floor(at)],
  );
}

/** The password was right. */
export async function forgetWrongTries(db: Database, username: string): Promise<void> {
  await db.run('DELETE FROM wrong_sign_in WHERE username = ?', [username]);
}
