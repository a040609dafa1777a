import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';

/** What a private part reads as. */
export type PrivatePart = Record<string, unknown>;

/** What a sealed private part is bound to, so that it opens nowhere else. */
export function sealedFor({ id, subject }: Pick<AnyEvent, 'id' | 'subject'>): string {
  return `${id} ${subject.id}`;
}

/**
 * S-24: gives a sealed event its private part, opened when first looked at. Changes the event in place.
 * @param open null when the part cannot be read; then the event has none
 */
export function openWhenRead(event: AnyEvent, open: () => string | null): void {
  let read: { part: PrivatePart | undefined } | null = null;
  Object.defineProperty(event, 'private', {
    configurable: true,
    enumerable: true,
    get: () => {
      if (read === null) {
        read = { part: partOf(open()) };
      }
      return read.part;
    },
    set: (part: PrivatePart | undefined) => {
      read = { part };
    },
  });
}

function partOf(text: string | null): PrivatePart | undefined {
  if (text === null) return undefined;
  try {
    const part: unknown = JSON.parse(text);
    return part !== null && typeof part === 'object' && !Array.isArray(part) ? (part as PrivatePart) : undefined;
  } catch {
    return undefined;
  }
}

/** S-24: the event as it may lie on disk and travel: what is sealed stays sealed, nothing of it is clear. */
export function withoutClear(event: AnyEvent): AnyEvent {
  if (!Object.hasOwn(event, 'private')) return event;
  const bare: Record<string, unknown> = {};
  for (const name of Object.keys(event)) if (name !== 'private') bare[name] = event[name as keyof AnyEvent];
  return bare as AnyEvent;
}

/** True when the event has a private part that cannot be read here: its key was destroyed, or never came. */
export function isUnreadable(event: AnyEvent): boolean {
  return event.sealed !== undefined && event.private === undefined;
}

/**
 * Whether two forms of one event say the same, whichever of them was sealed and under what key. Where either cannot be
 * read any more, what all may see decides.
 */
export function saysTheSame(one: AnyEvent, other: AnyEvent): boolean {
  const blind = isUnreadable(one) || isUnreadable(other);
  return clearText(one, blind) === clearText(other, blind);
}

/**
 * S-38: whether these are one event that two copies of a console held unsent, and each wrote anew as the console it went
 * on as, under another count; or that one brought twice, put back from an older copy of its disk in between. Each may
 * have learned of its time for itself.
 */
export function isTwin(one: AnyEvent, other: AnyEvent): boolean {
  if (one.device === other.device && one.n !== other.n) return false;
  const { notBefore: _one, ...held } = one;
  const { notBefore: _other, ...brought } = other;
  const { device, n, happenedAt, certain } = brought;
  const { receivedAt } = brought.payload;
  const isHeard = typeof receivedAt === 'string' && typeof held.payload.receivedAt === 'string';
  const payload = isHeard ? { ...held.payload, receivedAt } : held.payload;
  return saysTheSame({ ...held, device, n, happenedAt, certain, payload }, brought);
}

function clearText(event: AnyEvent, blind: boolean): string {
  const { sealed: _sealed, seq: _seq, recordedAt: _at, receipt: _receipt, was: _was, private: part, ...rest } = event;
  return canonicalJson(blind || part === undefined ? rest : { ...rest, private: part });
}
