import { hashSecret, newSecret, passwordMatches } from '#central/auth/secrets.ts';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import type { Connection } from '#central/store/database.ts';
import { deviceById, insertDevice, rememberAtDevice, sawDevice } from '#central/store/device-rows.ts';
import { addWrongLogin, forgetWrongLogins, loginWaitMs } from '#central/store/login-tries.ts';
import { insertRefresh, ownerOfRefresh, rotateRefresh } from '#central/store/refresh-rows.ts';
import { type Account, accountByName, anyAccountById } from '#central/store/user-rows.ts';
import { createSignatureCheck, isDeviceKey } from '#central/sync/check-signature.ts';
import {
  deviceTokenReplySchema,
  deviceTokenRequestSchema,
  enrolReplySchema,
  enrolRequestSchema,
  loginReplySchema,
  loginRequestSchema,
  refreshRequestSchema,
} from '#shared/contract/wire/sync.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { bearerOf, personOf, withdrawn } from './who-asks.ts';

const REFRESH_MS = 30 * 86_400_000;
/** How long a person may go on at an enrolled device without central. */
const OFFLINE_DAYS = 7;
/** A device tells the time by central's own, heard moments ago. */
const DEVICE_TIME_MS = 300_000;
const REFUSALS = {
  unknown: ['not-signed-in', 'The refresh token is not one of ours: sign in again'],
  expired: ['not-signed-in', 'The refresh token has run out: sign in again'],
  reused: [
    'session-ended',
    'This refresh token was used before its successor: the session was ended for safety, sign in again',
  ],
} as const;

/** Signing in, staying signed in, and enrolling a console. */
export function authRoutes(app: App, parts: Parts): void {
  const personIn = ({ id, name, role, scope }: Account) => ({ id, name, role, scope });
  const beginSession = (tx: Connection, token: string, user: string, device: string, now: number) =>
    insertRefresh(tx, {
      hash: hashSecret(token),
      family: parts.newId(),
      generation: 1,
      user_id: user,
      device,
      expires_ms: now + REFRESH_MS,
    });

  app.post(
    '/v1/auth/login',
    {
      schema: {
        tags: ['auth'],
        summary: 'Sign in',
        description:
          'Gives an access token of some minutes and a refresh token of 30 days. Reading needs no enrolled device, pushing does.',
        body: loginRequestSchema,
        response: { 200: loginReplySchema, ...problemReplies },
      },
      config: { rateLimit: { max: 120, timeWindow: 60_000 } },
    },
    async (request) => {
      const { username, password, device } = request.body;
      slowDown(await loginWaitMs(parts.database.reader, username, parts.clock()));
      const account = await accountByName(parts.database.reader, username);
      const matches = await passwordMatches(account?.passwordHash ?? parts.nobody, password);
      if (account === null || !matches) {
        const wait = await parts.writer.submit(async ({ tx, now }) => {
          const ms = await loginWaitMs(tx, username, now);
          if (ms === 0) await addWrongLogin(tx, username, now);
          return ms;
        });
        slowDown(wait);
        throw new Problem(401, 'wrong-password', 'User name or password is wrong', 'password');
      }
      if ((await deviceById(parts.database.reader, device))?.revoked) throw withdrawn();
      const refreshToken = newSecret(32);
      // Looked at again where tries come one after the other: of many at once, too, only the first few count.
      const wait = await parts.writer.submit(async ({ tx, now }) => {
        const ms = await loginWaitMs(tx, username, now);
        if (ms > 0) return ms;
        await beginSession(tx, refreshToken, account.id, device, now);
        await rememberAtDevice(tx, device, account.id);
        await sawDevice(tx, device, isoMalaysia(now));
        await forgetWrongLogins(tx, username);
        return 0;
      });
      slowDown(wait);
      const accessToken = await parts.tokens.issue(account.id, device);
      return { accessToken, refreshToken, user: personIn(account), offlineDays: OFFLINE_DAYS };
    },
  );

  app.post(
    '/v1/auth/refresh',
    {
      schema: {
        tags: ['auth'],
        summary: 'Stay signed in',
        description:
          'Takes a refresh token once and gives the next; one that comes a second time ends the session for safety.',
        body: refreshRequestSchema,
        response: { 200: loginReplySchema, ...problemReplies },
      },
    },
    async (request) => {
      const refreshToken = newSecret(32);
      const { reader } = parts.database;
      const hash = hashSecret(request.body.refreshToken);
      const owner = await ownerOfRefresh(reader, hash);
      if (owner !== null && (await deviceById(reader, owner.device))?.revoked) throw withdrawn();
      const account = owner && (await anyAccountById(reader, owner.user));
      if (account?.disabled) throw closed();
      const found = await parts.writer.submit(async ({ tx, now }) => {
        const next = { hash: hashSecret(refreshToken), expiresMs: now + REFRESH_MS };
        const rotated = await rotateRefresh(tx, hash, next, now);
        if (rotated.ok) await sawDevice(tx, rotated.device, isoMalaysia(now));
        return rotated;
      });
      if (!found.ok) {
        const [code, detail] = REFUSALS[found.reason];
        throw new Problem(401, code, detail, 'refreshToken');
      }
      if (account === null) throw closed();
      const accessToken = await parts.tokens.issue(account.id, found.device);
      return { accessToken, refreshToken, user: personIn(account), offlineDays: OFFLINE_DAYS };
    },
  );

  const signatureHolds = createSignatureCheck();
  app.post(
    '/v1/auth/device',
    {
      schema: {
        tags: ['auth'],
        summary: 'Let a device hand in its acts by itself',
        description:
          'Signed by the device over the canonical JSON of the body without the signature; `at` is central’s time as the device last heard it, good for five minutes. The token is good for POST /v1/sync/push, /v1/sync/bring-back and /v1/devices/moved alone, whoever is signed in, or nobody; a device that was withdrawn gets one too, to hand in what it still has.',
        security: [],
        body: deviceTokenRequestSchema,
        response: { 200: deviceTokenReplySchema, ...problemReplies },
      },
      config: { rateLimit: { max: 120, timeWindow: 60_000 } },
    },
    async (request) => {
      const { signature, ...body } = request.body;
      const device = await deviceById(parts.database.reader, body.device);
      const signed = Buffer.from(canonicalJson({ ...body, for: 'push' }));
      if (device === null || !(await signatureHolds(signed, signature, device.publicKey))) {
        throw new Problem(403, 'device-unknown', 'This device is not enrolled here with this key', 'device');
      }
      if (Math.abs(Date.parse(body.at) - parts.clock()) > DEVICE_TIME_MS) {
        throw new Problem(403, 'wrong-time', 'at: tell central’s time as GET /v1/central gives it', 'at');
      }
      await parts.writer.submit(({ tx, now }) => sawDevice(tx, device.id, isoMalaysia(now)));
      return { accessToken: await parts.tokens.issueToDevice(device.id), revoked: device.revoked };
    },
  );

  app.post(
    '/v1/devices',
    {
      schema: {
        tags: ['auth'],
        summary: 'Enrol a console',
        description:
          'Takes the public half of its Ed25519 key and gives the prefix of the labels it writes before central numbers them. A console that goes on as another sends `proof`, signed by the new key over this call’s token, and gets a session of its own for the same person; the session of the one it was is left alone.',
        body: enrolRequestSchema,
        response: { 200: enrolReplySchema, ...problemReplies },
      },
    },
    async (request) => {
      const person = await personOf(request, parts, ['coordinator', 'supervisor', 'branch', 'admin']);
      const { device: id, name, publicKey, proof } = request.body;
      if (!isDeviceKey(publicKey)) {
        throw new Problem(400, 'bad-key', 'publicKey: send the SPKI of an Ed25519 public key in base64', 'publicKey');
      }
      const moves = proof !== undefined && person.device !== id;
      const signed = () => Buffer.from(canonicalJson({ device: id, token: bearerOf(request), for: 'session' }));
      if (moves && !(await signatureHolds(signed(), proof, publicKey))) {
        throw new Problem(403, 'bad-signature', 'proof: sign with the new key over the token of this call', 'proof');
      }
      const refreshToken = newSecret(32);
      const prefix = await parts.writer.submit(async ({ tx, head, now }) => {
        const known = await deviceById(tx, id);
        if (known?.revoked) throw withdrawn();
        if (known !== null && known.publicKey !== publicKey) {
          throw new Problem(
            409,
            'device-taken',
            'This device id is enrolled with another key: enrol under a new id',
            'device',
          );
        }
        await rememberAtDevice(tx, id, person.id);
        if (moves) await beginSession(tx, refreshToken, person.id, id, now);
        if (known !== null) return known.prefix;
        return insertDevice(tx, head, { id, name, publicKey, enrolledBy: person.id, enrolledAt: isoMalaysia(now) });
      });
      if (!moves) return { device: id, prefix };
      const accessToken = await parts.tokens.issue(person.id, id);
      const session = { accessToken, refreshToken, user: personIn(person), offlineDays: OFFLINE_DAYS };
      return { device: id, prefix, session };
    },
  );
}

/** @throws Problem 429 where there are ms to wait */
function slowDown(ms: number): void {
  if (ms > 0)
    throw new Problem(429, 'too-many', `Too many wrong passwords: wait ${Math.ceil(ms / 1_000)} s`, 'username');
}

const closed = () => new Problem(401, 'account-closed', 'This account is closed: ask your admin');
