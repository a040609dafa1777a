import { z } from 'zod';
import {
  branchCodeSchema,
  declineReasonSchema,
  payeeRelationSchema,
  schemeSchema,
} from '#shared/contract/wire/values.ts';

/** One of the three places of a case: where, how far the lead is from it, and the offices nearest to it. */
export const placeOfCaseSchema = z.object({
  of: z.enum(['incident', 'kin', 'employer']),
  name: z.string(),
  state: z.string(),
  /** Of the town, degrees WGS 84. */
  lat: z.number(),
  lon: z.number(),
  /** Straight line to the lead's office; null while nobody leads. */
  leadKm: z.number().nullable(),
  nearest: z.array(z.object({ branch: branchCodeSchema, km: z.number() })).max(2),
});

/** What stands around a case: its offer, who helps, its places, laws, payees and complaints. Moments in ms since 1970. */
export const caseAroundSchema = z.object({
  /** How the lead's offer stands; null while nobody leads. */
  offer: z.object({ since: z.number(), acceptedAt: z.number().nullable() }).nullable(),
  /** The branch that did not take the case, while nobody else has it. */
  declined: z.object({ branch: branchCodeSchema, reason: declineReasonSchema, at: z.number() }).nullable(),
  /** The branch that had it before the lead. */
  former: z.object({ branch: branchCodeSchema, at: z.number() }).nullable(),
  assist: z.array(branchCodeSchema),
  places: z.array(placeOfCaseSchema),
  schemes: z.array(schemeSchema),
  /** Names are masked as those of the people are. */
  payees: z.array(z.object({ id: z.string(), relation: payeeRelationSchema.nullable(), name: z.string().nullable() })),
  complaints: z.array(z.object({ id: z.string(), at: z.number(), acknowledgedAt: z.number().nullable() })),
});
export type CaseAround = z.infer<typeof caseAroundSchema>;
export type PlaceOfCase = z.infer<typeof placeOfCaseSchema>;
