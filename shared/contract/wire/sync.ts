import { z } from 'zod';
import { eventSchema } from './event.ts';
import { idSchema, isoSchema, roleSchema, scopeSchema } from './values.ts';

/** `POST /v1/auth/login`. `device` is the console's own id, or a name when it has none yet. */
export const loginRequestSchema = z.object({
  username: z.string().min(1).max(80),
  password: z.string().min(1).max(200),
  device: z.string().min(1).max(80),
});
export const personSchema = z.object({ id: z.string(), name: z.string(), role: roleSchema, scope: scopeSchema });
export const loginReplySchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  user: personSchema,
  /** How long this person may go on at this device without central; 7 when left out, never under 3. */
  offlineDays: z.number().min(3).max(90).optional(),
});
export const refreshRequestSchema = z.object({ refreshToken: z.string().min(1) });

/**
 * `POST /v1/auth/device`: a device asks, by its own key, for a token to push with. The signature is over the canonical
 * JSON of {at, device, for: "push"}.
 */
export const deviceTokenRequestSchema = z.object({
  device: idSchema,
  /** Central's time as the device tells it. */
  at: isoSchema,
  signature: z.string().max(200),
});
export const deviceTokenReplySchema = z.object({
  accessToken: z.string(),
  /** An admin withdrew it: it may hand in what it still has, then it is to wipe its store. */
  revoked: z.boolean(),
});

/** `POST /v1/devices`: a console enrols with the public half of its Ed25519 key (SPKI, base64). */
export const enrolRequestSchema = z.object({
  device: idSchema,
  name: z.string().min(1).max(80),
  publicKey: z.string().min(40).max(400),
  /**
   * A console that goes on as another asks to stay signed in: the new key's signature over the canonical JSON of
   * {device, token, for: "session"}, `token` the bearer of this call, which another device was given.
   */
  proof: z.string().max(200).optional(),
});
export const enrolReplySchema = z.object({
  device: idSchema,
  /** Starts the labels this console gives before central numbers them: K7 → K7-31. */
  prefix: z.string().regex(/^[A-Z]\d{1,4}$/),
  /** The same person's session at this device, where the token was another's; that one's session goes on as it was. */
  session: loginReplySchema.optional(),
});

/** `GET /v1/central`: who answers, so that stores never mix. Open to all. */
export const centralIdentitySchema = z.object({
  centralId: idSchema,
  profile: z.enum(['demo', 'live']),
  protocol: z.int(),
  oldestProtocol: z.int(),
  version: z.string(),
  now: z.string(),
});

/** What opens the sealed private parts of one subject: 32 bytes, base64. Handed only to those who may read them. */
export const subjectKeySchema = z.object({ id: idSchema, subject: idSchema, key: z.base64().length(44) });

/** The bytes a device signs: canonical JSON of the push without its signature. */
export const pushBodySchema = z.object({
  protocol: z.int(),
  device: idSchema,
  epoch: z.string(),
  events: z.array(eventSchema).max(2_000),
  /** Keys of the sealed parts among them that this device made and central has not confirmed yet. */
  keys: z.array(subjectKeySchema).max(2_000).optional(),
});
/**
 * `POST /v1/sync/push`; and `POST /v1/sync/bring-back` with accepted events, whoever made them, that a restored central
 * lacks, each with the seq, recordedAt and receipt it was accepted with.
 */
export const pushRequestSchema = pushBodySchema.extend({ signature: z.string().max(200) });
export const pushReplySchema = z.object({
  accepted: z.array(
    z.object({
      id: idSchema,
      seq: z.int(),
      recordedAt: z.string(),
      /** From protocol 2 on. */
      receipt: z.string().max(100).optional(),
    }),
  ),
  rejected: z.array(z.object({ id: idSchema, code: z.string(), message: z.string(), field: z.string().optional() })),
  /** Kept by central until a supervisor decides: their author's right was withdrawn after they acted. */
  held: z.array(z.object({ id: idSchema, code: z.string(), message: z.string() })).optional(),
});

export const pullQuerySchema = z.object({
  protocol: z.coerce.number().int(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(5_000).default(2_000),
});
const subjectSchema = z.object({ kind: z.string(), id: idSchema });
export const pullReplySchema = z.object({
  epoch: z.string(),
  scope: scopeSchema,
  events: z.array(eventSchema),
  /** Whole history of what came into scope, however old its seq. */
  entered: z.array(z.object({ subject: subjectSchema, events: z.array(eventSchema) })),
  /** What went out of scope. */
  left: z.array(subjectSchema),
  /** Keys of the sealed parts on this page, as far as the asking person may read them. */
  keys: z.array(subjectKeySchema).optional(),
  next: z.int(),
  head: z.int(),
  now: z.string(),
});

/**
 * `GET /v1/sync/snapshot`: gzip of newline-delimited JSON; first this header, then one event a line, before them (from
 * protocol 2 on) the keys that open them, one a line, each starting with `KEY_LINE`.
 */
export const snapshotHeaderSchema = z.object({
  epoch: z.string(),
  scope: scopeSchema,
  seq: z.int(),
  events: z.int(),
  now: z.string(),
});

/** How a line of the snapshot begins that is a key and no event. */
export const KEY_LINE = '{"key":';

/** `GET /v1/sync/held`: the whole histories of the held acts the asking person may see. */
export const heldReplySchema = z.object({ events: z.array(eventSchema), keys: z.array(subjectKeySchema).optional() });

/** `GET /v1/sync/live`: server-sent events named `head`. */
export const headSchema = z.object({ epoch: z.string(), head: z.int(), now: z.string() });

/** `POST /v1/sync/presence`: the case that is open at this console, null when none is. */
export const presenceRequestSchema = z.object({ case: idSchema.nullable() });

/** The live stream's event `presence`: what one console has open, told to those who have that case in sight. */
export const presentSchema = z.object({ device: z.string(), name: z.string(), case: idSchema.nullable() });
export type Present = z.infer<typeof presentSchema>;

/** RFC 9457, with our code and, where one member is at fault, its name. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  field: z.string().optional(),
});

export type SubjectKey = z.infer<typeof subjectKeySchema>;
export type LoginReply = z.infer<typeof loginReplySchema>;
export type PushBody = z.infer<typeof pushBodySchema>;
export type PushReply = z.infer<typeof pushReplySchema>;
export type PullReply = z.infer<typeof pullReplySchema>;
export type SnapshotHeader = z.infer<typeof snapshotHeaderSchema>;
export type CentralIdentity = z.infer<typeof centralIdentitySchema>;
export type Problem = z.infer<typeof problemSchema>;
