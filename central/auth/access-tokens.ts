import { jwtVerify, SignJWT } from 'jose';

/** How long an access token is good, seconds. */
export const ACCESS_SECONDS = 900;

const MOST_READ = 1_000;

export interface AccessTokens {
  issue(user: string, device: string): Promise<string>;
  /** For a device by itself: good for handing in its acts and for nothing else. */
  issueToDevice(device: string): Promise<string>;
  /** The user (null for a device by itself) and device of a token, or null when it is not ours or has run out. */
  read(token: string): Promise<Claims | null>;
}

/** What a token says. */
export interface Claims {
  user: string | null;
  device: string;
}

/** Access tokens signed by this central's own secret. @param clock ms since 1970. */
export function createAccessTokens(secret: string, issuer: string, clock: () => number): AccessTokens {
  const key = new TextEncoder().encode(secret);
  // What a token says never changes and holds till it runs out: a console's every call need not check its seal anew.
  const read = new Map<string, Claims & { until: number }>();
  const issue = (claims: Record<string, string>, subject?: string) => {
    const now = Math.floor(clock() / 1000);
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + ACCESS_SECONDS);
    return (subject === undefined ? token : token.setSubject(subject)).sign(key);
  };
  return {
    issue: (user, device) => issue({ device }, user),
    issueToDevice: (device) => issue({ device, only: 'push' }),
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
        const { sub, device, only, exp } = payload;
        if (typeof device !== 'string' || (sub === undefined) !== (only === 'push')) return null;
        const user = sub ?? null;
        if (read.size >= MOST_READ) read.clear();
        if (exp !== undefined) read.set(token, { user, device, until: exp });
        return { user, device };
      } catch {
        return null;
      }
    },
  };
}
