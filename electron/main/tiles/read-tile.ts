/** A picture as a server gave it. */
export interface Tile {
  type: string;
  body: Uint8Array;
}

export const MOST_TILE_BYTES = 512 * 1024;

const TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
const DAY_MS = 86_400_000;
const LONGEST_MS = 365 * DAY_MS;

/** The kind of picture these bytes are, whatever anybody says of them; null: none that is shown. */
export function pictureType(body: Uint8Array): (typeof TYPES)[number] | null {
  const begins = (bytes: readonly number[], at = 0) => bytes.every((byte, i) => body[at + i] === byte);
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins([0xff, 0xd8, 0xff])) return 'image/jpeg';
  return begins([0x52, 0x49, 0x46, 0x46]) && begins([0x57, 0x45, 0x42, 0x50], 8) ? 'image/webp' : null;
}

/**
 * Reads a picture out of an answer, no further than it may be long.
 * @throws Error in words when it is none, is not what its header says, or is too large
 */
export async function readTile(response: Response): Promise<Tile> {
  const said = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const told = TYPES.find((type) => type === said);
  if (told === undefined || response.body === null) throw new Error('no picture');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    // Leaving the loop ends the transfer.
    if (size > MOST_TILE_BYTES) throw new Error('too large');
    parts.push(part);
  }
  const body = Buffer.concat(parts);
  if (pictureType(body) !== told) throw new Error('not the picture it says it is');
  return { type: told, body };
}

/** How long an answer is good for, ms from now; null: it must not be kept. A day where the server does not say. */
export function goodForMs(headers: Headers, now: number): number | null {
  const control = headers.get('cache-control')?.toLowerCase() ?? '';
  if (/\bno-store\b/.test(control)) return null;
  if (/\bno-cache\b/.test(control)) return 0;
  const most = /\bmax-age=(\d+)/.exec(control)?.[1];
  const age = Number(headers.get('age') ?? 0) * 1_000 || 0;
  if (most !== undefined) return Math.min(Math.max(0, Number(most) * 1_000 - age), LONGEST_MS);
  const expires = Date.parse(headers.get('expires') ?? '');
  if (Number.isNaN(expires)) return DAY_MS;
  const sent = Date.parse(headers.get('date') ?? '');
  return Math.min(Math.max(0, expires - (Number.isNaN(sent) ? now : sent)), LONGEST_MS);
}
