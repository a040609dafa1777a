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
  /** Told who is signed in now. */
  signedIn(user: LoginReply['user']): void;
}

/** Makes it. Access tokens live in memory only; the refresh token is kept sealed and changes with each use. */
export function createSignIn(parts: SignInParts): SignIn {
  let token: string | null = null;

  const keep = (values: Partial<Meta>) =>
    parts.ledger.write(async (db) => ({ result: await writeMeta(db, values), subjects: [] }));

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
      await parts.ledger.write(async (db) => ({ result: await forgetMeta(db, ['refreshToken']), subjects: [] }));
      return null;
    }
  }

  async function login(api: CentralApi, signal: AbortSignal): Promise<string> {
    const account = await parts.account();
    if (account === null) throw new CentralProblem(401, 'not-signed-in', '');
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
