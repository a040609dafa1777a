import { z } from 'zod';
import {
  branchCodeSchema,
  gradeSchema,
  kindSchema,
  messageRefSchema,
  placeSchema,
  severitySchema,
  sourceSchema,
} from '#shared/contract/wire/values.ts';
import { CASE_STATUSES } from '#shared/domain/case-status.ts';

/** One clock at a moment, times as ISO 8601 with Malaysia's offset, durations in ms. */
export const apiClockSchema = z.object({
  id: z.string(),
  key: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  state: z.enum(['running', 'paused', 'met', 'missed']),
  startedAt: z.string(),
  due: z.string(),
  stoppedAt: z.string().nullable(),
  elapsed: z.number(),
  paused: z.number(),
  /** A moment it rests on is an estimate; the explanation gives its bounds. */
  uncertain: z.boolean(),
  /** Of such a clock: the earliest it may be due. */
  earliestDue: z.string().optional(),
  /** Each step as data, and as one sentence in the language asked for. */
  explanation: z.array(z.object({ step: messageRefSchema, text: z.string() })),
});
export const apiClocksReplySchema = z.object({ clocks: z.array(apiClockSchema) });

export const apiCaseSchema = z.object({
  id: z.string(),
  number: z.string().nullable(),
  aliases: z.array(z.string()),
  incident: z.string(),
  status: z.enum(CASE_STATUSES),
  severity: severitySchema,
  lead: branchCodeSchema.nullable(),
  assist: z.array(branchCodeSchema),
  /** Facts that name nobody; names only on the console, masked until opened. */
  victim: z.object({
    known: z.boolean(),
    ordinal: z.int(),
    sex: z.string().optional(),
    age: z.number().optional(),
    occupation: z.string().optional(),
  }),
  conflicts: z.int(),
  clocks: z.array(apiClockSchema.omit({ explanation: true })),
});

export const apiReportSchema = z.object({
  id: z.string(),
  source: sourceSchema,
  channel: z.string().nullable(),
  publishedAt: z.string().nullable(),
  receivedAt: z.string(),
});

export const apiIncidentSchema = z.object({
  id: z.string(),
  number: z.string().nullable(),
  aliases: z.array(z.string()),
  kind: kindSchema,
  occurredAt: z.string().nullable(),
  receivedAt: z.string(),
  place: placeSchema.extend({ alternatives: z.array(placeSchema) }).nullable(),
  suggested: z.object({ branch: branchCodeSchema, reason: messageRefSchema, text: z.string() }).nullable(),
  grade: gradeSchema,
  reports: z.array(apiReportSchema),
  cases: z.array(apiCaseSchema),
});
export type ApiClock = z.infer<typeof apiClockSchema>;
export type ApiCase = z.infer<typeof apiCaseSchema>;
export type ApiIncident = z.infer<typeof apiIncidentSchema>;

/** A page: ask again with `after` = next until it is null. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.int() });
}
