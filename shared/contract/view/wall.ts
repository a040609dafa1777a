import { z } from 'zod';
import { branchCodeSchema } from '#shared/contract/wire/values.ts';
import { linkStatusSchema, resultsSchema } from './desk.ts';
import { slimClockSchema } from './queue-row.ts';

/**
 * What a wall may hold of a case: where the office is told to look and when. No name, number of a person, employer,
 * news text or free text has a field here; a test holds the list of fields.
 */
export const wallCaseSchema = z.strictObject({
  id: z.string(),
  incident: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  town: z.string().nullable(),
  lead: branchCodeSchema.nullable(),
  assigned: z.boolean(),
  open: z.boolean(),
  clocks: z.array(slimClockSchema),
});
export type WallCase = z.infer<typeof wallCaseSchema>;

/**
 * What the room is told of: how many alarms nobody acknowledged, since when the oldest stands, and why the room may not
 * be told rightly. No case is named.
 */
export const wallAlarmsSchema = z.strictObject({
  unheard: z.int(),
  late: z.int(),
  /** ms since 1970; null while there is none. */
  oldest: z.number().nullable(),
  /** The clocks cannot be looked at. */
  trouble: z.boolean(),
  /** No desk of this console can be heard. */
  silent: z.boolean(),
});
export type WallAlarms = z.infer<typeof wallAlarmsSchema>;

/** Whole picture each time: a wall has few fields and may miss any message. */
export const wallPictureSchema = z.strictObject({
  revision: z.int(),
  profile: z.enum(['demo', 'live']),
  lang: z.enum(['ms', 'en']),
  cases: z.array(wallCaseSchema),
  link: linkStatusSchema,
  results: resultsSchema,
  alarms: wallAlarmsSchema,
});
export type WallPicture = z.infer<typeof wallPictureSchema>;
