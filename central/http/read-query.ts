import { z } from 'zod';
import type { Filter } from '#central/store/case-queries.ts';
import { isoSchema, kindSchema, severitySchema } from '#shared/contract/wire/values.ts';
import { CASE_STATUSES } from '#shared/domain/case-status.ts';

/** What a list may be asked for. */
export const listQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  state: z.string().max(40).optional(),
  branch: z.string().max(3).optional(),
  status: z.enum(CASE_STATUSES).optional(),
  severity: severitySchema.optional(),
  kind: kindSchema.optional(),
  from: isoSchema.optional(),
  to: isoSchema.optional(),
  lang: z.enum(['ms', 'en']).optional(),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

/** The filter of a query, its moments in ms since 1970. */
export function filterOf({ state, branch, status, severity, kind, from, to }: ListQuery): Filter {
  return {
    state,
    branch: branch?.toUpperCase(),
    status,
    severity,
    kind,
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  };
}
