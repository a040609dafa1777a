import type { FastifyRequest } from 'fastify';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { type Account, accountById } from '#central/store/user-rows.ts';
import { OLDEST_PROTOCOL, PROTOCOL } from '#shared/contract/version.ts';
import type { Role } from '#shared/domain/person-role.ts';

/** The token of `Authorization: Bearer …`. @throws Problem 401 when there is none. */
export function bearerOf(request: FastifyRequest): string {
  const match = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '');
  if (match?.[1] === undefined) {
    throw new Problem(401, 'no-token', 'Send the header Authorization: Bearer with your token or key', 'authorization');
  }
  return match[1];
}

/**
 * The person behind a request and the device they signed in at; their rights are read afresh each time.
 * @throws Problem 401 for a token that is not good, 403 for a role that may not.
 */
export async function personOf(
  request: FastifyRequest,
  parts: Parts,
  roles?: readonly Role[],
  lookUp: (id: string) => Promise<Account | null> = (id) => accountById(parts.database.reader, id),
): Promise<Account & { device: string }> {
  const claims = await parts.tokens.read(bearerOf(request));
  const account = claims === null ? null : await lookUp(claims.user);
  if (claims === null || account === null) {
    throw new Problem(
      401,
      'token-expired',
      'The access token is not good any more: POST /v1/auth/refresh, else sign in again',
      'authorization',
    );
  }
  if (roles !== undefined && !roles.includes(account.role)) {
    throw new Problem(403, 'role', `This needs one of the roles ${roles.join(', ')}; yours is ${account.role}`);
  }
  return { ...account, device: claims.device };
}

/** @throws Problem 426 when a console speaks a protocol this central does not. */
export function checkProtocol(protocol: number): void {
  if (protocol < OLDEST_PROTOCOL) {
    throw new Problem(
      426,
      'update-needed',
      `This console speaks protocol ${protocol}, central ${OLDEST_PROTOCOL} to ${PROTOCOL}: update the console`,
      'protocol',
    );
  }
  if (protocol > PROTOCOL) {
    throw new Problem(
      426,
      'update-needed',
      `This console speaks protocol ${protocol}, central only up to ${PROTOCOL}: update central`,
      'protocol',
    );
  }
}
