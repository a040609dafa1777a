import { jwtVerify, SignJWT } from 'jose';

/** How long an access token is good, seconds. */
export const ACCESS_SECONDS = 900;

export interface AccessTokens {
  issue(user: string, device: string): Promise<string>;
  /** The user and device of a token, or null when it is not ours or has run out. */
  read(token: string): Promise<{ user: string; device: string } | null>;
}

/** Access tokens signed by this central's own secret. @param clock ms since 1970. */
export function createAccessTokens(secret: string, issuer: string, clock: () => number): AccessTokens {
  const key = new TextEncoder().encode(secret);
  return {
    issue: (user, device) => {
      const now = Math.floor(clock() / 1000);
      return new SignJWT({ device })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(user)
        .setIssuer(issuer)
        .setIssuedAt(now)
        .setExpirationTime(now + ACCESS_SECONDS)
        .sign(key);
    },
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          issuer,
          algorithms: ['HS256'],
          currentDate: new Date(clock()),
        });
        const { sub, device } = payload;
        return typeof sub === 'string' && typeof device === 'string' ? { user: sub, device } : null;
      } catch {
        return null;
      }
    },
  };
}
