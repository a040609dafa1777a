import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { openCallers } from '#central/store/callers.ts';
import { acceptPush, needsOf } from '#central/sync/accept-push.ts';
import { createSignatureCheck } from '#central/sync/check-signature.ts';
import { readPush } from '#central/sync/read-push.ts';
import { pushReplySchema, pushRequestSchema } from '#shared/contract/wire/sync.ts';
import { LANGS, type Lang } from '#shared/text/lang.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { checkProtocol, personOf } from './who-asks.ts';

/** Consoles hand in their acts. */
export function pushRoute(app: App, parts: Parts): void {
  const branches = new Set(parts.geography.branches.map((branch) => branch.code));
  const callers = openCallers(parts.database);
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
      schema: { tags: ['sync'], body: pushRequestSchema, response: { 200: pushReplySchema, ...problemReplies } },
    },
    async (request) => {
      const { signature, ...body } = request.body;
      const [person, device] = await Promise.all([
        personOf(request, parts, ['coordinator', 'supervisor', 'branch', 'admin'], callers.account),
        callers.device(body.device),
      ]);
      if (device === null || device.revoked) {
        throw new Problem(403, 'device-unknown', 'This device is not enrolled here: POST /v1/devices first', 'device');
      }
      const push = readPush(body, person.id);
      if (push === null || !(await signatureHolds(push.signed, signature, device.publicKey))) {
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
      const reply = await parts.writer.submit((session) => acceptPush(session, push, tools), needsOf(push));
      parts.metrics.accepted.inc(reply.accepted.length);
      for (const { code } of reply.rejected) parts.metrics.rejected.inc({ code });
      return reply;
    },
  );
}

/** The language asked for, Bahasa Melayu when none of ours is. */
export function langOf(header: string | undefined): Lang {
  return LANGS.find((lang) => header?.toLowerCase().startsWith(lang)) ?? 'ms';
}
