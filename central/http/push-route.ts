import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { type Author, claimKey } from '#central/store/authors.ts';
import { deviceById } from '#central/store/device-rows.ts';
import { acceptPush, needsOf } from '#central/sync/accept-push.ts';
import { createSignatureCheck } from '#central/sync/check-signature.ts';
import { readPush } from '#central/sync/read-push.ts';
import { pushReplySchema, pushRequestSchema } from '#shared/contract/wire/sync.ts';
import { LANGS, type Lang } from '#shared/text/lang.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { checkProtocol, claimsOf, notGood, personOf, roleProblem } from './who-asks.ts';

const MAY_PUSH = ['coordinator', 'supervisor', 'branch', 'admin'] as const;
const MOST_KEYS = 1_000;

/** Consoles hand in their acts. */
export function pushRoute(app: App, parts: Parts): void {
  const branches = new Set(parts.geography.branches.map((branch) => branch.code));
  // A device's key never changes under its id; that it still holds is looked at again in the transaction.
  const keys = new Map<string, string>();
  const signatureHolds = createSignatureCheck();

  app.post(
    '/v1/sync/push',
    {
      bodyLimit: 32 * 1024 * 1024,
      preValidation: async (request) => {
        // An older or newer console is told so before its body is held against this version's shape.
        const { protocol } = (request.body ?? {}) as { protocol?: unknown };
        if (typeof protocol === 'number') checkProtocol(protocol);
      },
      schema: {
        tags: ['sync'],
        summary: 'Hand in acts',
        description:
          'Signed by the device. Each act is accepted or refused whole; what was accepted before is answered again, so a push may be repeated. Refusals come in the language of Accept-Language.',
        body: pushRequestSchema,
        response: { 200: pushReplySchema, ...problemReplies },
      },
    },
    async (request) => {
      const { signature, ...body } = request.body;
      const { user } = await claimsOf(request, parts);
      let publicKey = keys.get(body.device);
      if (publicKey === undefined) {
        await personOf(request, parts, MAY_PUSH);
        const device = await deviceById(parts.database.reader, body.device);
        if (device === null || device.revoked) throw notEnrolled();
        if (keys.size >= MOST_KEYS) keys.clear();
        publicKey = device.publicKey;
        keys.set(body.device, publicKey);
      }
      const push = readPush(body, user);
      if (push === null || !(await signatureHolds(push.signed, signature, publicKey))) {
        throw new Problem(
          403,
          'bad-signature',
          'The signature is not of this device over the canonical JSON of the body without it',
          'signature',
        );
      }
      if (body.epoch !== parts.identity.epoch) {
        throw new Problem(
          409,
          'epoch-changed',
          'Central was restored since: pull from 0, then push again what it lacks',
          'epoch',
        );
      }
      const lang = langOf(request.headers['accept-language']);
      const tools = { branchExists: (code: string) => branches.has(code), lang };
      const reply = await parts.writer.submit(
        async (session) =>
          whyNot(session.authors.get(claimKey(push.device, user)), publicKey) ?? acceptPush(session, push, tools),
        needsOf(push),
      );
      if (reply instanceof Problem) {
        keys.delete(push.device);
        throw reply;
      }
      parts.metrics.accepted.inc(reply.accepted.length);
      for (const { code } of reply.rejected) parts.metrics.rejected.inc({ code });
      return reply;
    },
  );
}

const notEnrolled = () =>
  new Problem(403, 'device-unknown', 'This device is not enrolled here: POST /v1/devices first', 'device');

/** Why this person's push is not taken; answered, not thrown, so that the pushes beside it need no second try. */
function whyNot(bearer: Author | undefined, publicKey: string): Problem | null {
  if (bearer === undefined || bearer.closed) return notGood();
  if (bearer.deviceKey !== publicKey) return notEnrolled();
  return roleProblem(bearer.person.role, MAY_PUSH);
}

/** The language asked for, Bahasa Melayu when none of ours is. */
export function langOf(header: string | undefined): Lang {
  return LANGS.find((lang) => header?.toLowerCase().startsWith(lang)) ?? 'ms';
}
