import type { Parts } from '#central/parts.ts';
import { acceptPush, needsOf } from '#central/sync/accept-push.ts';
import { needsOfBack, takeBack } from '#central/sync/take-back.ts';
import { pushReplySchema, pushRequestSchema } from '#shared/contract/wire/sync.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { checkPushProtocol, createPushDoor } from './push-door.ts';

const MOST_BYTES = 32 * 1024 * 1024;

/** Consoles hand in their acts, and bring back what a restored central lacks. */
export function pushRoute(app: App, parts: Parts): void {
  const states = new Map(parts.geography.branches.map((branch) => [branch.code, branch.state]));
  const tools = {
    kind: parts.database.kind,
    branchExists: (code: string) => states.has(code),
    stateOfBranch: (code: string) => states.get(code),
    newId: parts.newId,
  };
  const enter = createPushDoor(parts);

  app.post(
    '/v1/sync/push',
    {
      bodyLimit: MOST_BYTES,
      preValidation: checkPushProtocol,
      schema: {
        tags: ['sync'],
        summary: 'Hand in acts',
        description:
          'Signed by the device; the token may be its own. Each act is accepted, refused or put before a supervisor (held) whole; what was answered before is answered again, so a push may be repeated. Refusals come in the language of Accept-Language.',
        body: pushRequestSchema,
        response: { 200: pushReplySchema, ...problemReplies },
      },
    },
    (request) =>
      enter(request, request.body, {
        needs: needsOf,
        take: (session, push, lang) => acceptPush(session, push, { ...tools, lang }),
      }),
  );

  app.post(
    '/v1/sync/bring-back',
    {
      bodyLimit: MOST_BYTES,
      preValidation: checkPushProtocol,
      schema: {
        tags: ['sync'],
        summary: 'Bring back what a restored central lacks',
        description:
          'Accepted events, whoever made them, each with the seq, recordedAt and receipt it was accepted with. Signed like a push. What the receipt proves is taken as it was; what is here already is answered again, so it may be repeated and several may bring the same.',
        body: pushRequestSchema,
        response: { 200: pushReplySchema, ...problemReplies },
      },
    },
    (request) =>
      enter(request, request.body, {
        needs: needsOfBack,
        take: (session, push, lang) => takeBack(session, push, { receipts: parts.receipts, lang }),
      }),
  );
}
