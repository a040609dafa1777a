import { z } from 'zod';
import { PAUSE_REASONS } from '#shared/domain/case-status.ts';

/** One pause of a case: who began it, when and why, and what became of it. Moments in ms since 1970. */
export const pauseViewSchema = z.object({
  reason: z.enum(PAUSE_REASONS),
  /** Words said with it, masked like a note. */
  text: z.string().nullable(),
  by: z.string(),
  from: z.number(),
  /** Null while it is under way. */
  to: z.number().nullable(),
  /** The day of the next visit: it ends by itself then. */
  plannedUntil: z.number().nullable(),
  endedBy: z.enum(['person', 'plan', 'clock']).nullable(),
  endedByWhom: z.string().nullable(),
  certain: z.boolean(),
  /** What it gave to each clock, counted time in ms; `capMs`: the most that pauses may give it, null without limit. */
  gave: z.array(z.object({ key: z.string(), ms: z.number(), capMs: z.number().nullable(), capped: z.boolean() })),
});
export type PauseView = z.infer<typeof pauseViewSchema>;
