import { z } from 'zod';
import { type PlainFault, plainFault } from '#shared/contract/plain-fault.ts';
import { EVENT_TYPES, type EventType, type PayloadOf, type PrivateOf } from './event-payloads.ts';
import { idSchema, isoSchema } from './values.ts';

/** How an act was made. */
export const VIAS = ['drag', 'keys', 'menu', 'command', 'quick-entry', 'api', 'system'] as const;

/** A private part that only holders of the key can read. */
export const sealedSchema = z.strictObject({ key: idSchema, box: z.base64().max(200_000) });

/**
 * The envelope of every event. Loose on purpose where the future is concerned: an unknown type or version passes
 * through untouched, so payload and private part are checked by `checkEvent` only when this version knows them.
 */
export const eventSchema = z.strictObject({
  id: idSchema,
  type: z.string().min(1).max(60),
  v: z.int().min(1),
  subject: z.strictObject({ kind: z.string().min(1).max(20), id: idSchema }),
  /** Shared by all events of one gesture: committed, pushed, accepted or rejected, and undone as a whole. */
  act: idSchema,
  payload: z.record(z.string(), z.unknown()),
  private: z.record(z.string(), z.unknown()).optional(),
  /**
   * The private part as it travels and lies on disk: AES-256-GCM under the key of that id, base64 of nonce, tag and
   * text. Whoever holds the key sets `private` from it; the event's hash is over `sealed`, never over the clear text.
   */
  sealed: sealedSchema.optional(),
  actor: z.string().min(1).max(80),
  session: z.string().min(1).max(80),
  device: z.string().min(1).max(80),
  /** The device's own count: 1, 2, 3 … without a gap. */
  n: z.int().min(1),
  /** Hybrid logical clock. */
  at: z.string().regex(/^\d{15}\.\d{5}$/),
  /** When it was true in the world. */
  happenedAt: isoSchema,
  /** False when the time is an estimate: then it lies between `notBefore` and central's receipt. */
  certain: z.boolean(),
  /** Of an estimate: the last moment that was certain before it. */
  notBefore: isoSchema.optional(),
  via: z.enum(VIAS),
  /** Central's seq its author had seen. */
  seen: z.int().min(0),
  /** Central's place in the order and central's time, once accepted. */
  seq: z.int().min(1).optional(),
  recordedAt: isoSchema.optional(),
  /** Central's own mark that it accepted just this event there and then; a restored central knows it again. */
  receipt: z.string().max(100).optional(),
  /**
   * Of an event that came back to a restored central: the places it had before. Every seq below `until` is of the time
   * in which it had `seq`, so that who had seen it there has seen it still.
   */
  was: z
    .array(z.strictObject({ seq: z.int().min(1), until: z.int().min(1) }))
    .max(50)
    .optional(),
});

export type AnyEvent = z.infer<typeof eventSchema>;
export type Via = (typeof VIAS)[number];

/** An event of a type this version knows, its payload typed. */
export type KnownEvent<T extends EventType = EventType> = {
  [K in T]: Omit<AnyEvent, 'type' | 'payload' | 'private'> & { type: K; payload: PayloadOf<K>; private?: PrivateOf<K> };
}[T];

/** What an author decides; ids, counts and clocks are stamped on by the engine or central. */
export type EventDraft<T extends EventType = EventType> = {
  [K in T]: {
    type: K;
    subject: { kind: (typeof EVENT_TYPES)[K]['subject']; id: string };
    payload: PayloadOf<K>;
    private?: PrivateOf<K>;
  };
}[T];

/** True when this version knows the type and its `v`; other events are kept and passed on untouched. */
export function isKnown(event: AnyEvent): event is KnownEvent & AnyEvent {
  const shape = Object.hasOwn(EVENT_TYPES, event.type) ? EVENT_TYPES[event.type as EventType] : undefined;
  return shape !== undefined && shape.v >= event.v && shape.subject === event.subject.kind;
}

/** The lowest version of a type that holds this payload: older builds go on reading what they can. */
export function versionOf(type: EventType, payload: object): number {
  const shape = EVENT_TYPES[type];
  if (!('since' in shape)) return 1;
  const said = Object.entries(payload).filter(([, value]) => value !== undefined);
  const since: Readonly<Record<string, number>> = shape.since;
  return Math.max(1, ...said.map(([name]) => since[name] ?? 1));
}

/** Checks payload and private part against the type. Null when sound, or when the type is not known here. */
export function checkEvent(event: AnyEvent): PlainFault | null {
  const shape = Object.hasOwn(EVENT_TYPES, event.type) ? EVENT_TYPES[event.type as EventType] : undefined;
  if (shape === undefined || event.v > shape.v) return null;
  if (shape.subject !== event.subject.kind)
    return faultIn('subject.kind', 'fault.subject', { type: event.type, subject: shape.subject });
  const payload = shape.payload.safeParse(event.payload);
  if (!payload.success) return plainFault(payload.error.issues[0], event.payload, 'payload');
  if (event.v < versionOf(event.type as EventType, event.payload))
    return faultIn('v', 'fault.version', { type: event.type });
  if (event.private === undefined) return null;
  if (!('private' in shape)) return faultIn('private', 'fault.no-private', { type: event.type });
  const hidden = shape.private.safeParse(event.private);
  return hidden.success ? null : plainFault(hidden.error.issues[0], event.private, 'private');
}

function faultIn(field: string, key: string, words: Record<string, string>): PlainFault {
  const params = Object.entries({ field, ...words }).map(([name, v]) => [name, { t: 'text', v }] as const);
  return { field, message: { key, params: Object.fromEntries(params) } };
}
