import { z } from 'zod';
import { slimClockSchema } from './queue-row.ts';

/** One of two values that met: who chose it, when, what they saw then, and what it would mean. Moments in ms since 1970. */
export const conflictSideSchema = z.object({
  /** The event that wrote it. */
  event: z.string(),
  /** An office's code, a word of a fixed set, or free text; what names a person is masked. */
  value: z.string(),
  actor: z.string(),
  at: z.number(),
  /** When central took it; null while it waits at this console. */
  arrivedAt: z.number().nullable(),
  /** False when it came to central so long after it was made that its console had no link. */
  online: z.boolean(),
  /** Central's place in the order its author had seen. */
  seenSeq: z.int(),
  /** The value its author saw at that moment; null when there was none. */
  saw: z.string().nullable(),
  reason: z.string().nullable(),
  /** Of a lead: the clocks that hang on it, as they run or would run with this side. */
  clocks: z.array(slimClockSchema),
});
export type ConflictSide = z.infer<typeof conflictSideSchema>;

/** Two values of one field, unseen by each other; `kept` is showing. */
export const conflictSchema = z.object({
  subject: z.object({ kind: z.enum(['case', 'incident']), id: z.string() }),
  field: z.string(),
  kept: conflictSideSchema,
  other: conflictSideSchema,
  /** Both can stand: of two leads one leads and the other assists. */
  both: z.boolean(),
});
export type ConflictView = z.infer<typeof conflictSchema>;
