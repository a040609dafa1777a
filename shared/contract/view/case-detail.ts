import { z } from 'zod';
import { VIAS } from '#shared/contract/wire/event.ts';
import { branchCodeSchema, messageRefSchema, placeSchema, sourceSchema } from '#shared/contract/wire/values.ts';
import { caseAroundSchema } from './case-around.ts';
import { conflictSchema } from './conflict.ts';
import { pauseViewSchema } from './pause-view.ts';
import { queueRowSchema, slimClockSchema } from './queue-row.ts';

/** Why something private cannot be shown: erased for good, or its key is not at this console. Null when it can. */
const lostSchema = z.enum(['erased', 'unreadable']).nullable();
export type Lost = z.infer<typeof lostSchema>;

/** A person of a case; every text is masked until `open` is true. */
export const personOfCaseSchema = z.object({
  role: z.enum(['victim', 'kin']),
  known: z.boolean(),
  open: z.boolean(),
  /** Something said of them cannot be read any more. */
  lost: lostSchema,
  name: z.string().nullable(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  employer: z.string().nullable(),
  relation: z.string().nullable(),
  town: z.string().nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  age: z.number().nullable(),
  occupation: z.string().nullable(),
});

/** A clock with its arithmetic: the steps add up to the due time. */
export const detailClockSchema = slimClockSchema.extend({
  state: z.enum(['running', 'paused', 'met', 'missed']),
  /** What stopped it: the promise itself, or something that ended it without; null while it runs. */
  endedBy: z.enum(['done', 'assigned', 'replaced', 'declined', 'closed']).nullable(),
  allowanceMs: z.number(),
  pausedMs: z.number(),
  elapsedMs: z.number(),
  uncertain: z.boolean(),
  steps: z.array(
    z.object({
      step: messageRefSchema,
      amount: z.object({ t: z.enum(['time', 'duration', 'sum', 'none']), v: z.number() }),
    }),
  ),
});
export type DetailClock = z.infer<typeof detailClockSchema>;

export const reportOfCaseSchema = z.object({
  id: z.string(),
  source: sourceSchema,
  channel: z.string().nullable(),
  text: z.string(),
  url: z.string().nullable(),
  publishedAt: z.number().nullable(),
  receivedAt: z.number(),
  /** When it was received is an estimate; left out otherwise. */
  uncertain: z.boolean().optional(),
  reporter: z.string().nullable(),
  lost: lostSchema,
});

export const timelineEntrySchema = z.object({
  id: z.string(),
  at: z.number(),
  recordedAt: z.number().nullable(),
  certain: z.boolean(),
  /** Of an estimate: the last sure moment before it, and central's receipt; left out while nobody knows. */
  notBefore: z.number().optional(),
  notAfter: z.number().optional(),
  /** Who set a time that was an estimate. */
  setBy: z.string().optional(),
  act: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  type: z.string(),
  words: messageRefSchema,
  actor: z.string(),
  via: z.enum(VIAS),
  note: z.string().nullable(),
  lost: lostSchema,
  state: z.enum(['accepted', 'waiting', 'held', 'rejected', 'undone']),
});

/** Everything the drawer shows of one case. */
export const caseDetailSchema = z.object({
  row: queueRowSchema,
  place: placeSchema.nullable(),
  alternatives: z.array(placeSchema),
  leadReason: messageRefSchema.nullable(),
  around: caseAroundSchema,
  siblings: z.array(
    z.object({ case: z.string(), number: z.string(), ordinal: z.int(), lead: branchCodeSchema.nullable() }),
  ),
  people: z.array(personOfCaseSchema),
  clocks: z.array(detailClockSchema),
  /** Newest first. */
  pauses: z.array(pauseViewSchema),
  /** Clock keys whose start has not come yet. */
  upcoming: z.array(z.string()),
  reports: z.array(reportOfCaseSchema),
  timeline: z.array(timelineEntrySchema),
  conflicts: z.array(conflictSchema),
  /** Names of those who may settle its conflicts. */
  settlers: z.array(z.string()),
  /** Numbers of the incidents joined with the case's own; empty when it stands for itself. */
  joined: z.array(z.string()),
  /** The case's own incident, whichever one it is shown under: what parts is this one. */
  ownIncident: z.string(),
  /** Which acts this person may do now: yes, with a reason, or no and why. */
  allowed: z.array(
    z.object({ act: z.string(), verdict: z.enum(['yes', 'with-reason', 'no']), why: messageRefSchema.nullable() }),
  ),
});
export type CaseDetail = z.infer<typeof caseDetailSchema>;
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type PersonOfCase = z.infer<typeof personOfCaseSchema>;
