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

/** Whole picture each time: a wall has few fields and may miss any message. */
export const wallPictureSchema = z.strictObject({
  revision: z.int(),
  profile: z.enum(['demo', 'live']),
  lang: z.enum(['ms', 'en']),
  cases: z.array(wallCaseSchema),
  link: linkStatusSchema,
  results: resultsSchema,
});
export type WallPicture = z.infer<typeof wallPictureSchema>;
