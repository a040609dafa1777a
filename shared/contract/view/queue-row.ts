import { z } from 'zod';
import {
  branchCodeSchema,
  gradeSchema,
  kindSchema,
  severitySchema,
  sourceSchema,
  suggestionSchema,
} from '#shared/contract/wire/values.ts';
import { CASE_STATUSES } from '#shared/domain/case-status.ts';

/**
 * A clock as a row carries it: enough to show time left and urgency at any `now` without asking again.
 * All moments in ms since 1970. `warnAt` is the 75 % threshold. Running: `stoppedAt` null and not paused.
 */
export const slimClockSchema = z.object({
  id: z.string(),
  key: z.string(),
  startedAt: z.number(),
  due: z.number(),
  warnAt: z.number(),
  stoppedAt: z.number().nullable(),
  pausedSince: z.number().nullable(),
  /** A moment it rests on is an estimate; left out otherwise. */
  uncertain: z.boolean().optional(),
});
export type SlimClock = z.infer<typeof slimClockSchema>;

/** One case as queue and map show it. No personal data: windows hold this for every case. */
export const queueRowSchema = z.object({
  case: z.string(),
  incident: z.string(),
  /** Number for people, or the console's label until central gave one. */
  number: z.string(),
  aliases: z.array(z.string()),
  ordinal: z.int(),
  of: z.int(),
  kind: kindSchema,
  severity: severitySchema,
  grade: gradeSchema,
  priority: z.enum(['normal', 'high']),
  place: z.string().nullable(),
  state: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  confidence: z.number(),
  source: sourceSchema,
  reports: z.int(),
  status: z.enum(CASE_STATUSES),
  lead: branchCodeSchema.nullable(),
  suggested: suggestionSchema.nullable(),
  receivedAt: z.number(),
  clocks: z.array(slimClockSchema),
  conflicts: z.int(),
  /** Acts on it that central has not accepted yet. */
  unsent: z.int(),
  /** Set when an event of a newer version touched it: shown, not changed. */
  readOnly: z.boolean(),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

/** First the whole picture at a revision, then changes; a gap or reload brings a fresh picture. */
export const rowsMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), revision: z.int(), rows: z.array(queueRowSchema) }),
  z.object({
    kind: z.literal('change'),
    from: z.int(),
    to: z.int(),
    upserts: z.array(queueRowSchema),
    removes: z.array(z.string()),
  }),
]);
export type RowsMessage = z.infer<typeof rowsMessageSchema>;
