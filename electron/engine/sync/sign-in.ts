import type { SecretBox } from '#engine/secret-box.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { forgetMeta, readMeta, writeMeta } from '#engine/store/meta.ts';
import { forgetProof } from '#engine/store/sign-in-proofs.ts';
import { enrolReplySchema, type LoginReply, loginReplySchema } from '#shared/contract/wire/sync.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { type Ask, type CentralApi, CentralProblem } from './central-api.ts';
import type { DeviceKey } from './device-key.ts';
import type { OfflineProof } from './offline-proof.ts';

/** The console's standing with central: who is signed in, and a token for calls. */
export interface SignIn {
  /** Runs `ask` with a token; on a refused one gets another and asks once more. @throws CentralProblem 401 when signed out. */
  withToken<T>(api: CentralApi, signal: AbortSignal, ask: (token: string) => Promise<T>): Promise<T>;
  /** Signs a person in. @throws CentralProblem 401 when name and password do not fit; TypeError without central. */
  signIn(api: CentralApi, signal: AbortSignal, account: { username: string; password: string }): Promise<void>;
  /** Gets a token where there is none. @throws CentralProblem 401 when signed out */
  ready(api: CentralApi, signal: AbortSignal): Promise<void>;
  /** Lets a person in whom this console knows, without central; signs them in there once it answers. */
  sitOffline(person: Person, account: { username: string; password: string }): Promise<void>;
  /** Forgets who sat here; until somebody signs in, no sample account is taken up by itself either. */
  signOut(): Promise<void>;
  /** Makes this console known to central, once. */
  enrol(api: CentralApi, signal: AbortSignal, again?: boolean): Promise<void>;
}

export interface SignInParts {
  ledger: Ledger;
  box: SecretBox;
  device: string;
  key: DeviceKey;
  /** An account to sign in with when no token is kept, or null: a person must. */
  account(): Promise<{ username: string; password: string } | null>;
  proofs: OfflineProof;
  /** Who sits here. */
  person(): Person | null;
  /** Told after central answered the one who sits here. */
  vouched(): void;
  /** Told who is signed in now, null after signing out. */
  signedIn(user: LoginReply['user'] | null): void;
}

/** Makes it. Access tokens live in memory only; the refresh token is kept sealed and changes with each use. */
export function createSignIn(parts: SignInParts): SignIn {
  let token: string | null = null;
  /** Counts who sat here: an answer that was under way when somebody left or came is for nobody. */
  let seat = 0;
  /** Somebody signed out and nobody in since; null until the store was asked. */
  let left: boolean | null = null;
  /** Of somebody who came in without central: signs them in there as soon as it answers. In memory only. */
  let offline: { username: string; password: string } | null = null;

  const nobody = () => new CentralProblem(401, 'not-signed-in', '');

  async function take(reply: LoginReply, mine: number, account?: typeof offline): Promise<string> {
    // First of all: it takes a while, and whoever leaves in it must not be sat down again after.
    await parts.proofs.proved(reply.user, reply.offlineDays, account ?? undefined);
    await parts.ledger.write(async (db) => {
      if (mine !== seat) throw nobody();
      await writeMeta(db, { refreshToken: parts.box.seal(reply.refreshToken), user: reply.user });
      await forgetMeta(db, ['signedOut']);
      return { result: undefined, subjects: [] };
    });
    if (mine !== seat) throw nobody();
    left = false;
    offline = null;
    token = reply.accessToken;
    parts.signedIn(reply.user);
    return reply.accessToken;
  }

  async function refresh(api: CentralApi, signal: AbortSignal, mine: number): Promise<string | null> {
    const sealed = await readMeta(parts.ledger.reader, 'refreshToken');
    if (sealed === undefined) return null;
    let reply: LoginReply;
    try {
      const body = { refreshToken: parts.box.open(sealed) };
      reply = await api.json(loginReplySchema, { method: 'POST', path: '/v1/auth/refresh', body, signal });
    } catch (error) {
      if (!(error instanceof CentralProblem) || error.status >= 500 || error.status === 429) throw error;
      if (error.code === 'device-revoked' || error.fromElsewhere) throw error;
      await parts.ledger.write(async (db) => {
        if (mine === seat) await forgetMeta(db, ['refreshToken']);
        return { result: undefined, subjects: [] };
      });
      if (error.code === 'account-closed' && mine === seat) await close();
      return null;
    }
    return take(reply, mine);
  }

  async function enter(
    api: CentralApi,
    signal: AbortSignal,
    account: { username: string; password: string },
    mine: number,
  ) {
    const { device } = parts;
    const body = { ...account, device };
    const reply = await api.json(loginReplySchema, { method: 'POST', path: '/v1/auth/login', body, signal });
    // It goes on as another console meanwhile.
    if (device !== parts.device) return enter(api, signal, account, mine);
    return take(reply, mine, account);
  }

  async function fresh(api: CentralApi, signal: AbortSignal): Promise<string> {
    const mine = seat;
    const stored = (await readMeta(parts.ledger.reader, 'signedOut')) === true;
    left ??= stored;
    if (left) throw nobody();
    const again = await refresh(api, signal, mine);
    if (again !== null) return again;
    const account = offline ?? (await parts.account());
    if (account === null) throw nobody();
    try {
      return await enter(api, signal, account, mine);
    } catch (error) {
      // The password was changed meanwhile, or the account closed.
      const refused = error instanceof CentralProblem && error.status === 401 && !error.fromElsewhere;
      if (account === offline && refused) await close();
      throw error;
    }
  }

  /** Central does not know the person who sits here any more: they are out, and do not get in without it. */
  async function close(): Promise<void> {
    const person = parts.person();
    if (person !== null) {
      await parts.ledger.write(async (db) => ({ result: await forgetProof(db, person.id), subjects: [] }));
    }
    await self.signOut();
  }

  const self: SignIn = {
    async withToken(api, signal, ask) {
      const first = token ?? (await fresh(api, signal));
      const vouched = async (bearer: string) => {
        const mine = seat;
        const answer = await ask(bearer);
        const person = parts.person();
        if (person !== null && mine === seat) {
          await parts.proofs.heard(person);
          parts.vouched();
        }
        return answer;
      };
      try {
        return await vouched(first);
      } catch (error) {
        if (!(error instanceof CentralProblem) || error.status !== 401) throw error;
        if (token === first) token = null;
        return vouched(token ?? (await fresh(api, signal)));
      }
    },
    async ready(api, signal) {
      if (token === null) await fresh(api, signal);
    },
    async sitOffline(person, account) {
      seat += 1;
      token = null;
      left = false;
      offline = account;
      await parts.ledger.write(async (db) => {
        await writeMeta(db, { user: person });
        await forgetMeta(db, ['refreshToken', 'signedOut']);
        return { result: undefined, subjects: [] };
      });
      parts.signedIn(person);
    },
    async signIn(api, signal, account) {
      seat += 1;
      await enter(api, signal, account, seat);
    },
    async signOut() {
      seat += 1;
      left = true;
      token = null;
      offline = null;
      parts.signedIn(null);
      await parts.ledger.write(async (db) => {
        await writeMeta(db, { signedOut: true });
        await forgetMeta(db, ['refreshToken', 'user']);
        return { result: undefined, subjects: [] };
      });
    },
    async enrol(api, signal, again = false) {
      if (!again && (await readMeta(parts.ledger.reader, 'prefix')) !== undefined) return;
      const { device, key } = parts;
      const mine = seat;
      const { prefix, session } = await self.withToken(api, signal, (bearer) => {
        const proof = key.sign({ device, token: bearer, for: 'session' });
        const body = { device, name: `Console ${device.slice(-4)}`, publicKey: key.publicKey, proof };
        const ask: Ask = { method: 'POST', path: '/v1/devices', body, token: bearer, signal };
        return api.json(enrolReplySchema, ask);
      });
      const moved = await parts.ledger.write(async (db) => {
        await writeMeta(db, { prefix });
        // Whoever left or came meanwhile did so as the console that this is now.
        if (session === undefined || mine !== seat) return { result: false, subjects: [] };
        // What is still under way for the session of the one this console was comes too late.
        seat += 1;
        await writeMeta(db, { refreshToken: parts.box.seal(session.refreshToken) });
        return { result: true, subjects: [] };
      });
      if (moved) token = session?.accessToken ?? null;
    },
  };
  return self;
}
