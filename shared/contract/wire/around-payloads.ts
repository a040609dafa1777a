import { z } from 'zod';
import {
  branchCodeSchema,
  declineReasonSchema,
  idSchema,
  payeeRelationSchema,
  schemeSchema,
  toldBySchema,
  townSchema,
} from './values.ts';

const freeText = z.string().min(1).max(20_000);
const told = z.strictObject({ how: toldBySchema, onBehalfOf: branchCodeSchema.optional() });

/** Events of what stands around a case: an offer that is declined, who assists, where, under which law, who is paid. */
export const AROUND_EVENTS = {
  /** A branch does not take the case it was offered by this assignment: it is back with the control room, its clocks run on. */
  'case.declined': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ assignment: idSchema, reason: declineReasonSchema, told: told.optional() }),
    private: z.strictObject({ text: freeText.optional(), toldBy: z.string().max(200).optional() }),
  },
  /** A branch helps the lead, or does no longer. */
  'case.assist-set': { subject: 'case', v: 1, payload: z.strictObject({ branch: branchCodeSchema, on: z.boolean() }) },
  /** Where the heirs live: a town, never an address. */
  'case.kin-placed': { subject: 'case', v: 1, payload: z.strictObject({ place: townSchema.nullable() }) },
  'case.employer-placed': { subject: 'case', v: 1, payload: z.strictObject({ place: townSchema.nullable() }) },
  /** The victim is covered under this law, or is not after all; one may be under two. */
  'case.scheme-set': { subject: 'case', v: 1, payload: z.strictObject({ scheme: schemeSchema, on: z.boolean() }) },
  'case.complaint-received': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ complaint: idSchema }),
    private: z.strictObject({ text: freeText }),
  },
  'case.complaint-acknowledged': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ complaint: idSchema }),
    private: z.strictObject({ text: freeText.optional() }),
  },
  /** One to whom a benefit is paid; documents, eligibility and payments name them by this id. */
  'case.payee-named': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ payeeId: idSchema, relation: payeeRelationSchema.optional() }),
    private: z.strictObject({ name: z.string().max(200).optional() }),
  },
} as const;
