import { z } from 'zod';
import { branchCodeSchema, idSchema, messageRefSchema } from '#shared/contract/wire/values.ts';
import { ACT_KINDS } from '#shared/domain/act-rules.ts';

/** Squads on duty at this moment, by office; an office without any is left out. */
export const dutyNowSchema = z.object({
  at: z.number(),
  offices: z.array(z.object({ branch: branchCodeSchema, squad: z.int(), names: z.array(z.string()) })),
});
export type DutyNow = z.infer<typeof dutyNowSchema>;

/** One case of a plan and where it is to go. */
export const moveSchema = z.strictObject({ case: idSchema, branch: branchCodeSchema });

/** What one move would mean. `changes`: clocks that begin, end or fall due otherwise; moments in ms since 1970. */
export const plannedMoveSchema = z.object({
  case: z.string(),
  number: z.string(),
  place: z.string().nullable(),
  from: branchCodeSchema.nullable(),
  branch: branchCodeSchema,
  /** Straight line from the incident; null where no place is known. */
  km: z.number().nullable(),
  reason: messageRefSchema,
  verdict: z.enum(['yes', 'with-reason', 'no']),
  refused: messageRefSchema.nullable(),
  changes: z.array(z.object({ key: z.string(), before: z.number().nullable(), after: z.number().nullable() })),
});
export type PlannedMove = z.infer<typeof plannedMoveSchema>;

/** What happened since a moment, by kind, the most frequent first, and the latest of it, the last in front. */
export const sinceSchema = z.object({
  since: z.number(),
  /** True when there was more than is counted here. */
  more: z.boolean(),
  kinds: z.array(z.object({ act: z.enum(ACT_KINDS), acts: z.int() })),
  lines: z.array(
    z.object({
      id: z.string(),
      case: z.string().nullable(),
      number: z.string().nullable(),
      at: z.number(),
      words: messageRefSchema,
      /** Null: central itself, or somebody whose name is not known here. */
      actor: z.string().nullable(),
      /** Further cases and rules of the same act. */
      more: z.int(),
    }),
  ),
});
export type SinceView = z.infer<typeof sinceSchema>;
