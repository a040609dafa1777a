import { z } from 'zod';
import type { Filter } from '#central/store/case-queries.ts';
import { isoSchema, kindSchema, severitySchema } from '#shared/contract/wire/values.ts';
import { CASE_STATUSES } from '#shared/domain/case-status.ts';
import { branches } from '#shared/geo/branches.ts';
import { states } from '#shared/geo/states.ts';

const STATES = states.map(({ name }) => name);
const CODES = branches.map(({ code }) => code);

/** A state of Malaysia in any case of letters; read as `data/branches.csv` spells it. */
export const stateQuery = z
  .string()
  .max(40)
  .overwrite((typed) => STATES.find((name) => name.toLowerCase() === typed.trim().toLowerCase()) ?? typed)
  .pipe(z.enum(STATES));
const branchQuery = z
  .string()
  .max(3)
  .overwrite((typed) => typed.trim().toUpperCase())
  .pipe(z.enum(CODES));

/** What cases and incidents may be narrowed by; anything else in a query is a mistake, and said to be one. */
export const filterQuerySchema = z.strictObject({
  state: stateQuery.optional(),
  branch: branchQuery.optional(),
  status: z.enum(CASE_STATUSES).optional(),
  severity: severitySchema.optional(),
  kind: kindSchema.optional(),
  from: isoSchema.optional(),
  to: isoSchema.optional(),
});

/** What a list may be asked for. */
export const listQuerySchema = z.strictObject({
  ...filterQuerySchema.shape,
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  lang: z.enum(['ms', 'en']).optional(),
});
export type FilterQuery = z.infer<typeof filterQuerySchema>;

/** The filter of a query, its moments in ms since 1970. */
export function filterOf({ state, branch, status, severity, kind, from, to }: FilterQuery): Filter {
  return {
    state,
    branch,
    status,
    severity,
    kind,
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  };
}
