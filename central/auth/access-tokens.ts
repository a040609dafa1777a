import { jwtVerify, SignJWT } from 'jose';

/** How long an access token is good, seconds. */
export const ACCESS_SECONDS = 900;

const MOST_READ = 1_000;

export interface AccessTokens {
  issue(user: string, device: string): Promise<string>;
  /** The user and device of a token, or null when it is not ours or has run out. */
  read(token: string): Promise<{ user: string; device: string } | null>;
}

/** Access tokens signed by this central's own secret. @param clock ms since 1970. */
export function createAccessTokens(secret: string, issuer: string, clock: () => number): AccessTokens {
  const key = new TextEncoder().encode(secret);
  // What a token says never changes and holds till it runs out: a console's every call need not check its seal anew.
  const read = new Map<string, { user: string; device: string; until: number }>();
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
      const known = read.get(token);
      if (known !== undefined) {
        if (known.until > Math.floor(clock() / 1000)) return { user: known.user, device: known.device };
        read.delete(token);
      }
      try {
        const { payload } = await jwtVerify(token, key, {
          issuer,
          algorithms: ['HS256'],
          currentDate: new Date(clock()),
        });
        const { sub, device, exp } = payload;
        if (typeof sub !== 'string' || typeof device !== 'string') return null;
        if (read.size >= MOST_READ) read.clear();
        if (exp !== undefined) read.set(token, { user: sub, device, until: exp });
        return { user: sub, device };
      } catch {
        return null;
      }
    },
  };
}
