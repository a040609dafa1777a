import { z } from 'zod';
import { policyRowSchema } from '#shared/contract/wire/rule-values.ts';

/** A version of a promise as its list shows it. Moments in ms since 1970. */
export const policyViewSchema = z.object({
  /** Names the version; clocks say which they run under. */
  version: z.string(),
  /** Its subject in the log; null for one that was shipped. */
  id: z.string().nullable(),
  row: policyRowSchema,
  /** From when it holds for clocks that start, and up to when; null without end. */
  from: z.number(),
  to: z.number().nullable(),
  /** The one that a clock of any case would get if it started now. */
  inForce: z.boolean(),
  by: z.string().nullable(),
  setAt: z.number().nullable(),
  withdrawnAt: z.number().nullable(),
  reason: z.string().nullable(),
});
export type PolicyView = z.infer<typeof policyViewSchema>;

/** Of running clocks that something would move: how many would be due earlier, later, late by it, not late any more. */
export const movedCountsSchema = z.object({
  running: z.int(),
  earlier: z.int(),
  later: z.int(),
  newlyLate: z.int(),
  noLongerLate: z.int(),
});
export type MovedCounts = z.infer<typeof movedCountsSchema>;

/** What a new version would do to clocks that run now, if they were moved to it; else they keep theirs. */
export const policyPreviewSchema = movedCountsSchema.extend({
  /** Open cases looked at. */
  cases: z.int(),
  moves: z.array(z.object({ case: z.string(), clock: z.string() })),
  first: z.array(z.object({ number: z.string(), before: z.number(), after: z.number() })),
});
export type PolicyPreviewView = z.infer<typeof policyPreviewSchema>;

/** Another version a running clock could go over to, and what it would do. Due times in ms since 1970. */
export const clockMoveSchema = z.object({
  version: z.string(),
  row: policyRowSchema,
  from: z.number(),
  setAt: z.number().nullable(),
  inForce: z.boolean(),
  before: z.object({ due: z.number(), late: z.boolean() }),
  after: z.object({ due: z.number(), late: z.boolean() }),
});
export type ClockMoveView = z.infer<typeof clockMoveSchema>;
