import { createHash } from 'node:crypto';
import { hashEvent } from '#central/store/event-hash.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PushBody, SubjectKey } from '#shared/contract/wire/sync.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';

/** A push with its events put into canonical text once, for the signature, the hashes and the look at what is in it. */
export interface Push {
  protocol: number;
  device: string;
  /** Whose token brought it: they are at this device. Null when the device came by itself. */
  user: string | null;
  events: readonly AnyEvent[];
  /** What opens the sealed parts among them, as far as central does not hold it yet. */
  keys: readonly SubjectKey[];
  /** The bytes its device signed. */
  signed: Buffer;
  /** @throws Error for an event that is not of this push */
  hashOf(event: AnyEvent): string;
  /** PostgreSQL keeps no NUL and no lone surrogate in a text; both databases refuse them alike. */
  isStorable(event: AnyEvent): boolean;
}

const NUL_OR_HALF = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}|d[c-f][0-9a-f]{2})/i;

/** Reads a checked body. Null when it holds what no device can have signed: a number beyond JSON. */
export function readPush(body: PushBody, user: string | null): Push | null {
  const { device, epoch, events, keys, protocol } = body;
  const texts = new Map<AnyEvent, string>();
  try {
    for (const event of events) texts.set(event, canonicalJson(event));
  } catch {
    return null;
  }
  // The canonical JSON of the whole, put together from that of its parts: the keys of a push in order.
  const list = [...texts.values()].join(',');
  const before = `{"device":${canonicalJson(device)},"epoch":${canonicalJson(epoch)},"events":[${list}]`;
  const signed = `${before}${keys === undefined ? '' : `,"keys":${canonicalJson(keys)}`},"protocol":${protocol}}`;
  const hashes = new Map<AnyEvent, string>();
  const textOf = (event: AnyEvent) => {
    const text = texts.get(event);
    if (text === undefined) throw new Error('an event of another push');
    return text;
  };
  return {
    protocol,
    device,
    user,
    events,
    keys: keys ?? [],
    signed: Buffer.from(signed),
    hashOf(event) {
      const known = hashes.get(event);
      if (known !== undefined) return known;
      const { seq, recordedAt, receipt, was } = event;
      const asWritten = [seq, recordedAt, receipt, was].every((one) => one === undefined);
      const hash = asWritten ? createHash('sha256').update(textOf(event)).digest('base64url') : hashEvent(event);
      hashes.set(event, hash);
      return hash;
    },
    isStorable: (event) => {
      const text = textOf(event);
      return !text.includes('\\u') || !NUL_OR_HALF.test(text);
    },
  };
}
