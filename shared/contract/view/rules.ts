import { z } from 'zod';
import { policyRowSchema, ROTA_LEVELS } from '#shared/contract/wire/rule-values.ts';

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

/** What a new version would do to clocks that run now, if they were moved to it; else they keep theirs. */
export const policyPreviewSchema = z.object({
  /** Open cases looked at. */
  cases: z.int(),
  /** Running clocks it could take over, and of them: due earlier, later, late by it, not late any more. */
  running: z.int(),
  earlier: z.int(),
  later: z.int(),
  newlyLate: z.int(),
  noLongerLate: z.int(),
  moves: z.array(z.object({ case: z.string(), clock: z.string() })),
  first: z.array(z.object({ number: z.string(), before: z.number(), after: z.number() })),
});
export type PolicyPreviewView = z.infer<typeof policyPreviewSchema>;

const stretch = { from: z.number(), to: z.number() };

/** Who is on duty at one office from now on, and when nobody is though the office is closed. Moments in ms since 1970. */
export const rotaViewSchema = z.object({
  branch: z.string(),
  duties: z.array(
    z.object({
      id: z.string(),
      level: z.enum(ROTA_LEVELS),
      ...stretch,
      name: z.string(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
  ),
  /** Of the squad, within the next seven days. */
  gaps: z.array(z.object(stretch)),
  /** Whether the person who sits here may set them. */
  mayEdit: z.boolean(),
});
export type RotaView = z.infer<typeof rotaViewSchema>;
