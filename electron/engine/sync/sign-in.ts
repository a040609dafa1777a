import type { SecretBox } from '#engine/secret-box.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { forgetMeta, type Meta, readMeta, writeMeta } from '#engine/store/meta.ts';
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

  const keep = (values: Partial<Meta>) =>
    parts.ledger.write(async (db) => ({ result: await writeMeta(db, values), subjects: [] }));

  const forget = (keys: readonly (keyof Meta)[]) =>
    parts.ledger.write(async (db) => ({ result: await forgetMeta(db, keys), subjects: [] }));

  async function take(reply: LoginReply): Promise<string> {
    await keep({ refreshToken: parts.box.seal(reply.refreshToken), user: reply.user });
    token = reply.accessToken;
    parts.signedIn(reply.user);
    return reply.accessToken;
  }

  async function refresh(api: CentralApi, signal: AbortSignal): Promise<string | null> {
    const sealed = await readMeta(parts.ledger.reader, 'refreshToken');
    if (sealed === undefined) return null;
    try {
      const body = { refreshToken: parts.box.open(sealed) };
      return await take(await api.json(loginReplySchema, { method: 'POST', path: '/v1/auth/refresh', body, signal }));
    } catch (error) {
      if (!(error instanceof CentralProblem) || error.status >= 500) throw error;
      await forget(['refreshToken']);
      return null;
    }
  }

  async function login(api: CentralApi, signal: AbortSignal): Promise<string> {
    const left = await readMeta(parts.ledger.reader, 'signedOut');
    const account = left ? null : await parts.account();
    if (account === null) throw new CentralProblem(401, 'not-signed-in', '');
    return enter(api, signal, account);
  }

  async function enter(api: CentralApi, signal: AbortSignal, account: { username: string; password: string }) {
    const body = { ...account, device: parts.device };
    return take(await api.json(loginReplySchema, { method: 'POST', path: '/v1/auth/login', body, signal }));
  }

  const fresh = async (api: CentralApi, signal: AbortSignal) =>
    (await refresh(api, signal)) ?? (await login(api, signal));

  const self: SignIn = {
    async withToken(api, signal, ask) {
      const first = token ?? (await fresh(api, signal));
      try {
        return await ask(first);
      } catch (error) {
        if (!(error instanceof CentralProblem) || error.status !== 401) throw error;
        token = null;
        return ask(await fresh(api, signal));
      }
    },
    async signIn(api, signal, account) {
      await enter(api, signal, account);
      await forget(['signedOut']);
    },
    async signOut() {
      token = null;
      await keep({ signedOut: true });
      await forget(['refreshToken', 'user']);
      parts.signedIn(null);
    },
    async enrol(api, signal, again = false) {
      if (!again && (await readMeta(parts.ledger.reader, 'prefix')) !== undefined) return;
      const body = { device: parts.device, name: `Console ${parts.device.slice(-4)}`, publicKey: parts.key.publicKey };
      const reply = await self.withToken(api, signal, (bearer) => {
        const ask: Ask = { method: 'POST', path: '/v1/devices', body, token: bearer, signal };
        return api.json(enrolReplySchema, ask);
      });
      await keep({ prefix: reply.prefix });
    },
  };
  return self;
}
