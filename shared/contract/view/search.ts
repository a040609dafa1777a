import { z } from 'zod';

/** Parts of a case that words may be found in. */
export const searchFieldSchema = z.enum(['number', 'people', 'where', 'what', 'lead', 'report', 'note']);
export type SearchField = z.infer<typeof searchFieldSchema>;

/** A case that was found: where, and of what only the engine knows a piece, masked like everywhere. */
export const searchHitSchema = z.object({
  case: z.string(),
  fields: z.array(searchFieldSchema).min(1),
  text: z.string().nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Answer to a search, the best first. `left`: cases that were not read yet, so more may be found in a moment. */
export const searchAnswerSchema = z.object({
  hits: z.array(searchHitSchema),
  /** Words that stand nowhere, with the nearest that do and were looked for instead. */
  slips: z.array(z.object({ typed: z.string(), meant: z.array(z.string()) })),
  left: z.int(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
