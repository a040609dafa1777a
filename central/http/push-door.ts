import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { claimKey } from '#central/store/authors.ts';
import { deviceById } from '#central/store/device-rows.ts';
import type { LogSession, Needs } from '#central/store/log-session.ts';
import { createSignatureCheck } from '#central/sync/check-signature.ts';
import { type Push, readPush } from '#central/sync/read-push.ts';
import type { PushReply, pushRequestSchema } from '#shared/contract/wire/sync.ts';
import type { Lang } from '#shared/text/lang.ts';
import { langOf } from './asked-lang.ts';
import { checkProtocol, claimsOf, notEnrolled, notGood, personOf, roleProblem, withdrawn } from './who-asks.ts';

const MAY_PUSH = ['coordinator', 'supervisor', 'branch', 'admin'] as const;
const MOST_KEYS = 1_000;

/** What is done with a push once it is known to be good. */
export interface PushWork {
  needs(push: Push): Needs;
  take(session: LogSession, push: Push, lang: Lang): Promise<PushReply>;
}

/**
 * Lets in what an enrolled device signed, with its own token or that of a person who may push, in this central's epoch.
 * Of a device that was withdrawn it lets in what it still has, as it is.
 */
export type PushDoor = (
  request: FastifyRequest,
  body: z.output<typeof pushRequestSchema>,
  work: PushWork,
) => Promise<PushReply>;

/** Makes the door, one for all routes that take pushes. */
export function createPushDoor(parts: Parts): PushDoor {
  // A device's key never changes under its id; that it still holds is looked at again in the transaction.
  const keys = new Map<string, string>();
  const signatureHolds = createSignatureCheck();
  return async (request, { signature, ...body }, work) => {
    const { user, device: by } = await claimsOf(request, parts);
    if (user === null && by !== body.device) throw notEnrolled();
    let publicKey = keys.get(body.device);
    if (publicKey === undefined) {
      const device = await deviceById(parts.database.reader, body.device);
      if (user !== null && device?.revoked !== true) await personOf(request, parts, MAY_PUSH);
      if (device === null) throw notEnrolled();
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
    // A console that was withdrawn cannot learn of a new epoch any more; what it has is held, not placed.
    const late = body.epoch !== parts.identity.epoch;
    if (late && (await deviceById(parts.database.reader, body.device))?.revoked !== true) {
      throw new Problem(
        409,
        'epoch-changed',
        'Central was restored since: pull from 0, then push again what it lacks',
        'epoch',
      );
    }
    const lang = langOf(request.headers['accept-language']);
    const reply = await parts.writer.submit(
      async (session) => whyNot(session, push, publicKey) ?? work.take(session, push, lang),
      work.needs(push),
    );
    if (reply instanceof Problem) {
      keys.delete(push.device);
      throw reply;
    }
    parts.metrics.accepted.inc(reply.accepted.length);
    for (const { code } of reply.rejected) parts.metrics.rejected.inc({ code });
    if (reply.rejected.some(({ code, field }) => code === 'device-cloned' && field === 'n'))
      parts.log.info({ device: body.device }, 'two consoles use one identity: one is a copy and is to enrol anew');
    return reply;
  };
}

/** An older or newer console is told so before its body is held against this version's shape. */
export async function checkPushProtocol(request: FastifyRequest): Promise<void> {
  const { protocol } = (request.body ?? {}) as { protocol?: unknown };
  if (typeof protocol === 'number') checkProtocol(protocol);
}

/** Why this push is not taken; answered, not thrown, so that the pushes beside it need no second try. */
function whyNot(session: LogSession, { device: id, user, events }: Push, publicKey: string): Problem | null {
  const device = session.devices.get(id);
  if (device?.publicKey !== publicKey) return notEnrolled();
  if (device.revoked) return events.length > 0 ? null : withdrawn();
  if (user === null) return null;
  const bearer = session.authors.get(claimKey(id, user));
  return bearer === undefined || bearer.closed ? notGood() : roleProblem(bearer.person.role, MAY_PUSH);
}
