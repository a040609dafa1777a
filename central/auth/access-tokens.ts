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

/** Access tokens signed by this central's own secret. @param clock ms since 1970 @param seconds how long one is good */
export function createAccessTokens(
  secret: string,
  issuer: string,
  clock: () => number,
  seconds = ACCESS_SECONDS,
): AccessTokens {
  const key = new TextEncoder().encode(secret);
  // What a token says never changes and holds till it runs out: a console's every call need not check its seal anew.
  const read = new Map<string, Claims & { until: number }>();
  const keep = (token: string, claims: Claims & { until: number }) => {
    if (read.size >= MOST_READ) read.clear();
    read.set(token, claims);
  };
  const issue = async (claims: { device: string; only?: string }, user: string | null) => {
    const now = Math.floor(clock() / 1000);
    const until = now + seconds;
    const draft = new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setIssuedAt(now)
      .setExpirationTime(until);
    const token = await (user === null ? draft : draft.setSubject(user)).sign(key);
    keep(token, { user, device: claims.device, until });
    return token;
  };
  return {
    issue: (user, device) => issue({ device }, user),
    issueToDevice: (device) => issue({ device, only: 'push' }, null),
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
        if (exp !== undefined) keep(token, { user, device, until: exp });
        return { user, device };
      } catch {
        return null;
      }
    },
  };
}
