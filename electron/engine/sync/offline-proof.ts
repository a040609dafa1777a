import { scrypt, timingSafeEqual } from 'node:crypto';
import type { SecretBox } from '#engine/secret-box.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { readMeta } from '#engine/store/meta.ts';
import {
  addWrongTry,
  forgetWrongTries,
  proofByName,
  proofOf,
  putProof,
  type SignInProof,
  wrongTries,
} from '#engine/store/sign-in-proofs.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { coversSight } from './sight.ts';

const DAY_MS = 86_400_000;
/** What DESIGN promises where central says nothing: seven days, and never less than three. */
const DAYS = 7;
const LEAST_DAYS = 3;
/** So many wrong passwords are free; then each doubles the wait, up to a quarter of an hour. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 900_000;
/** A proof is written anew at most this often. */
const AGAIN_MS = 60_000;

/** Who may be at this console without central, and until when. */
export interface OfflineProof {
  /** Central vouches for this person now. @param password what they gave, at a sign-in */
  proved(person: Person, days: number | undefined, account?: { username: string; password: string }): Promise<void>;
  /** Any call with a token of theirs that central answered says so too. */
  heard(person: Person): Promise<void>;
  /** @throws CallFailure in words a person can act on */
  check(account: { username: string; password: string }): Promise<Person>;
  /** The moment up to which this person may go on, ms since 1970; their time begins now where nothing is known. */
  until(person: Person): Promise<number>;
}

export interface ProofParts {
  ledger: Ledger;
  box: SecretBox;
  random(bytes: number): Uint8Array;
  /** The later of what the time may be, ms since 1970: an uncertain clock must not lengthen anybody's time. */
  latest(): number;
  /** scrypt's N, the same at every start on one store; the product's own when left out. */
  cost?: number | undefined;
}

/** scrypt's N: some 32 MiB and a tenth of a second. */
const COST = 32_768;

/** S-30: makes it. Passwords are kept as scrypt verifiers, salted per person and sealed by the secret box. */
export function createOfflineProof({ ledger, box, random, latest, cost = COST }: ProofParts): OfflineProof {
  let told = { person: '', at: Number.NEGATIVE_INFINITY };
  const put = (proof: Parameters<typeof putProof>[1]) =>
    ledger.write(async (db) => {
      await putProof(db, proof);
      if (proof.username) await forgetWrongTries(db, proof.username);
      return { result: undefined, subjects: [] };
    });
  const endOf = ({ provedAt, days }: SignInProof) => provedAt + days * DAY_MS;

  return {
    async proved(person, given, account) {
      const days = Math.max(LEAST_DAYS, given ?? (await proofOf(ledger.reader, person.id))?.days ?? DAYS);
      const verifier = account && box.seal(await makeVerifier(account.password, random(16), cost));
      const known = account && verifier ? { username: account.username, verifier } : {};
      told = { person: person.id, at: latest() };
      await put({ person, days, provedAt: latest(), ...known });
    },
    async heard(person) {
      const now = latest();
      if (told.person === person.id && Math.abs(now - told.at) < AGAIN_MS) return;
      told = { person: person.id, at: now };
      const days = (await proofOf(ledger.reader, person.id))?.days ?? DAYS;
      await put({ person, days, provedAt: now });
    },
    async check({ username, password }) {
      const now = latest();
      const { times, lastAt } = await wrongTries(ledger.reader, username);
      const wait = times < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (times - FREE_TRIES));
      if (now < lastAt + wait) throw failed('too-many');
      const proof = await proofByName(ledger.reader, username);
      if (proof === null || proof.verifier === null) throw failed('not-known-here', 'username');
      if (!(await matches(box.open(proof.verifier), password, cost))) {
        await ledger.write(async (db) => ({ result: await addWrongTry(db, username, now), subjects: [] }));
        throw failed('wrong-password', 'password');
      }
      await ledger.write(async (db) => ({ result: await forgetWrongTries(db, username), subjects: [] }));
      if (now > endOf(proof)) throw failed('offline-ended');
      if (!coversSight(proof.person, await readMeta(ledger.reader, 'sight'))) throw failed('other-sight');
      return proof.person;
    },
    async until(person) {
      const proof = await proofOf(ledger.reader, person.id);
      if (proof) return endOf(proof);
      const begun = { person, days: DAYS, provedAt: latest() };
      await put(begun);
      return begun.provedAt + begun.days * DAY_MS;
    },
  };
}

const failed = (code: string, field?: string) => new CallFailure(code, { key: `failure.${code}` }, field);

async function makeVerifier(password: string, salt: Uint8Array, cost: number): Promise<string> {
  return `${Buffer.from(salt).toString('base64')}.${(await derive(password, salt, cost)).toString('base64')}`;
}

async function matches(verifier: string, password: string, cost: number): Promise<boolean> {
  const [salt = '', hash = ''] = verifier.split('.');
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost), Buffer.from(hash, 'base64'));
}

function derive(password: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, { N: cost, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
