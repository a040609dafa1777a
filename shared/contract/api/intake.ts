import { z } from 'zod';
import { isoSchema, latSchema, lonSchema, sourceSchema } from '#shared/contract/wire/values.ts';

/** A report as an agency or feed sends it; a text alone is enough. */
export const reportInputSchema = z.object({
  text: z.string().trim().min(1).max(20_000),
  source: sourceSchema.optional(),
  channel: z.string().max(80).optional(),
  url: z.url().max(2_000).optional(),
  externalId: z.string().max(200).optional(),
  publishedAt: isoSchema.optional(),
  receivedAt: isoSchema.optional(),
  place: z
    .object({ name: z.string().max(200).optional(), lat: latSchema.optional(), lon: lonSchema.optional() })
    .optional(),
  reporter: z
    .object({
      name: z.string().max(200).optional(),
      organisation: z.string().max(200).optional(),
      phone: z.string().max(40).optional(),
    })
    .optional(),
});
export type ReportInput = z.infer<typeof reportInputSchema>;

export const intakeReplySchema = z.object({
  accepted: z.array(z.object({ reportId: z.uuid(), incidentId: z.uuid() })),
  rejected: z.array(z.object({ index: z.int(), code: z.string(), message: z.string(), field: z.string().optional() })),
});
export type IntakeReply = z.infer<typeof intakeReplySchema>;
