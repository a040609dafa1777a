import { z } from 'zod';
import { scopeSchema } from './wire/values.ts';

/**
 * `GET /v1/sync/snapshot?folds=N`, answered so by a central that folds alike (N) to a console with headquarters' sight:
 * frames of a length (4 bytes, big-endian) and as many bytes. First `packedHeaderSchema`; then groups of four frames:
 * `packedMetaSchema`, the keys (a JSON array of `subjectKeySchema`), the folded states (gzip; empty with `loose`) and
 * the whole histories (gzip of a JSON array of events).
 */
export const packedHeaderSchema = z.object({
  epoch: z.string(),
  scope: scopeSchema,
  seq: z.int(),
  /** In all groups together. */
  events: z.int(),
  folds: z.int(),
});

/** What a group is. */
export const packedMetaSchema = z.object({
  events: z.int(),
  /** The latest `at` among them. */
  newest: z.string(),
  /** SHA-256, base64url, of the states and then the histories as they travel. */
  hash: z.string(),
  /** True for events that come without folded states: people, rules, held acts. */
  loose: z.boolean(),
});

/** The content type by which a console knows it from the other form. */
export const PACKED_TYPE = 'application/octet-stream';

/** A frame's length before its bytes. */
export const LENGTH_BYTES = 4;

/** How a line of the states begins: whose state follows, as canonical JSON. */
export const STATE_MARKS = { case: 'c', incident: 'i', report: 'r' } as const;

export type PackedHeader = z.infer<typeof packedHeaderSchema>;
export type PackedMeta = z.infer<typeof packedMetaSchema>;
