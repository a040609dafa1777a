import type { FastifyRequest } from 'fastify';
import type { Claims } from '#central/auth/access-tokens.ts';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { type Account, accountAtDevice } from '#central/store/user-rows.ts';
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

/** What a request's token says. @throws Problem 401 for a token that is not good. */
export async function claimsOf(request: FastifyRequest, parts: Parts): Promise<Claims> {
  const claims = await parts.tokens.read(bearerOf(request));
  if (claims === null) throw notGood();
  return claims;
}

/**
 * The person behind a request and the device they signed in at; their rights are read afresh each time.
 * @throws Problem 401 for a token that is not good, 403 for a role that may not or a device that was withdrawn.
 */
export async function personOf(
  request: FastifyRequest,
  parts: Parts,
  roles?: readonly Role[],
): Promise<Account & { device: string }> {
  const claims = await claimsOf(request, parts);
  if (claims.user === null) throw new Problem(403, 'push-only', 'This token is a device’s own: it hands in acts only');
  const { account, withdrawn: gone } = await accountAtDevice(parts.database.reader, claims.user, claims.device);
  if (gone) throw withdrawn();
  if (account === null) throw notGood();
  const wrongRole = roles === undefined ? null : roleProblem(account.role, roles);
  if (wrongRole !== null) throw wrongRole;
  return { ...account, device: claims.device };
}

/** Of a token that is forged or has run out, or whose account is closed. */
export function notGood(): Problem {
  return new Problem(
    401,
    'token-expired',
    'The access token is not good any more: POST /v1/auth/refresh, else sign in again',
    'authorization',
  );
}

/** Of a device that hands in by itself and is not known here, or not by this key. */
export function notEnrolled(): Problem {
  return new Problem(403, 'device-unknown', 'This device is not enrolled here: POST /v1/devices first', 'device');
}

/** Of a device that an admin withdrew. */
export function withdrawn(): Problem {
  return new Problem(
    403,
    'device-revoked',
    'This device was withdrawn by an admin: it may hand in what it still has, then it is to wipe its store',
    'device',
  );
}

/** Of a person whose role is not among these; null when it is. */
export function roleProblem(role: Role, roles: readonly Role[]): Problem | null {
  if (roles.includes(role)) return null;
  return new Problem(403, 'role', `This needs one of the roles ${roles.join(', ')}; yours is ${role}`);
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
