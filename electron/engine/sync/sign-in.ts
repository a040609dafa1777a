import type { SecretBox } from '#engine/secret-box.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { forgetMeta, readMeta, writeMeta } from '#engine/store/meta.ts';
import { enrolReplySchema, type LoginReply, loginReplySchema } from '#shared/contract/wire/sync.ts';
import { type Ask, type CentralApi, CentralProblem } from './central-api.ts';
import type { DeviceKey } from './device-key.ts';

/** The console's standing with central: who is signed in, and a token for calls. */
export interface SignIn {
  /** Runs `ask` with a token; on a refused one gets another and asks once more. @throws CentralProblem 401 when signed out. */
  withToken<T>(api: CentralApi, signal: AbortSignal, ask: (token: string) => Promise<T>): Promise<T>;
  /** Signs a person in. @throws CentralProblem 401 when name and password do not fit; TypeError without central. */
  signIn(api: CentralApi, signal: AbortSignal, account: { username: string; password: string }): Promise<void>;
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

  const nobody = () => new CentralProblem(401, 'not-signed-in', '');

  async function take(reply: LoginReply, mine: number): Promise<string> {
    await parts.ledger.write(async (db) => {
      if (mine !== seat) throw nobody();
      await writeMeta(db, { refreshToken: parts.box.seal(reply.refreshToken), user: reply.user });
      await forgetMeta(db, ['signedOut']);
      return { result: undefined, subjects: [] };
    });
    if (mine !== seat) throw nobody();
    left = false;
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
      await parts.ledger.write(async (db) => {
        if (mine === seat) await forgetMeta(db, ['refreshToken']);
        return { result: undefined, subjects: [] };
      });
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
    const body = { ...account, device: parts.device };
    return take(await api.json(loginReplySchema, { method: 'POST', path: '/v1/auth/login', body, signal }), mine);
  }

  async function fresh(api: CentralApi, signal: AbortSignal): Promise<string> {
    const mine = seat;
    const stored = (await readMeta(parts.ledger.reader, 'signedOut')) === true;
    left ??= stored;
    if (left) throw nobody();
    const again = await refresh(api, signal, mine);
    if (again !== null) return again;
    const account = await parts.account();
    if (account === null) throw nobody();
    return enter(api, signal, account, mine);
  }

  const self: SignIn = {
    async withToken(api, signal, ask) {
      const first = token ?? (await fresh(api, signal));
      try {
        return await ask(first);
      } catch (error) {
        if (!(error instanceof CentralProblem) || error.status !== 401) throw error;
        if (token === first) token = null;
        return ask(token ?? (await fresh(api, signal)));
      }
    },
    async signIn(api, signal, account) {
      seat += 1;
      await enter(api, signal, account, seat);
    },
    async signOut() {
      seat += 1;
      left = true;
      token = null;
      parts.signedIn(null);
      await parts.ledger.write(async (db) => {
        await writeMeta(db, { signedOut: true });
        await forgetMeta(db, ['refreshToken', 'user']);
        return { result: undefined, subjects: [] };
      });
    },
    async enrol(api, signal, again = false) {
      if (!again && (await readMeta(parts.ledger.reader, 'prefix')) !== undefined) return;
      const body = { device: parts.device, name: `Console ${parts.device.slice(-4)}`, publicKey: parts.key.publicKey };
      const reply = await self.withToken(api, signal, (bearer) => {
        const ask: Ask = { method: 'POST', path: '/v1/devices', body, token: bearer, signal };
        return api.json(enrolReplySchema, ask);
      });
      await parts.ledger.write(async (db) => ({ result: await writeMeta(db, { prefix: reply.prefix }), subjects: [] }));
    },
  };
  return self;
}
