import { z } from 'zod';
import { VIAS } from '#shared/contract/wire/event.ts';
import { calendarEntrySchema, policyRowSchema, ROTA_LEVELS } from '#shared/contract/wire/rule-values.ts';
import {
  benefitSchema,
  branchCodeSchema,
  declineReasonSchema,
  firstActionSchema,
  gradeSchema,
  idSchema,
  isoSchema,
  kindSchema,
  outcomeSchema,
  pauseReasonSchema,
  payeeRelationSchema,
  placeSchema,
  schemeSchema,
  scopeSchema,
  severitySchema,
  sourceSchema,
  toldBySchema,
  townSchema,
} from '#shared/contract/wire/values.ts';
import { MOST_VICTIMS } from '#shared/domain/victim-severities.ts';

const cases = z.array(idSchema).min(1).max(500);
const words = z.string().trim().min(1).max(20_000);
/** A coordinator records it for the squad: how they were told, and by whom (private). */
const told = z.strictObject({ how: toldBySchema, by: z.string().max(200).optional() }).optional();
/** To whom, where a benefit has several payees; each has clocks of their own. */
const payeeId = idSchema.optional();

/** Id of a clock or of a version of a promise. */
const ruleId = z.string().min(1).max(120);

/** What a person may do. One act is one gesture: all its events stand or fall together. */
export const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assign'), cases, branch: branchCodeSchema, reason: words.optional() }),
  z.strictObject({
    kind: z.literal('triage'),
    cases,
    severity: severitySchema.optional(),
    priority: z.enum(['normal', 'high']).optional(),
    grade: gradeSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('acknowledge'), cases, told }),
  z.strictObject({ kind: z.literal('first-action'), cases, action: firstActionSchema, told }),
  z.strictObject({ kind: z.literal('contact-family'), cases, told }),
  z.strictObject({ kind: z.literal('complete-documents'), cases, benefit: benefitSchema, payeeId, told }),
  z.strictObject({
    kind: z.literal('decide-eligibility'),
    cases,
    benefit: benefitSchema,
    eligible: z.boolean(),
    payeeId,
    told,
  }),
  z.strictObject({
    kind: z.literal('pay'),
    cases,
    benefit: benefitSchema,
    amountSen: z.int().min(1).max(1_000_000_000),
    payee: z.string().max(200).optional(),
    payeeId,
    told,
  }),
  z.strictObject({
    kind: z.literal('pause'),
    cases,
    reason: pauseReasonSchema,
    until: isoSchema.optional(),
    text: words.optional(),
  }),
  z.strictObject({ kind: z.literal('resume'), cases }),
  z.strictObject({ kind: z.literal('close'), cases, outcome: outcomeSchema, text: words.optional() }),
  z.strictObject({ kind: z.literal('reopen'), cases, text: words.optional() }),
  z.strictObject({ kind: z.literal('note'), cases, text: words }),
  z.strictObject({
    kind: z.literal('describe-victim'),
    case: idSchema,
    name: z.string().max(200).optional(),
    idNumber: z.string().max(40).optional(),
    sex: z.enum(['male', 'female']).optional(),
    age: z.int().min(0).max(120).optional(),
    occupation: z.string().max(80).optional(),
    employer: z.string().max(200).optional(),
  }),
  z.strictObject({
    kind: z.literal('describe-kin'),
    case: idSchema,
    name: z.string().max(200).optional(),
    phone: z.string().max(40).optional(),
    relation: z.string().max(40).optional(),
    town: z.string().max(80).optional(),
  }),
  z.strictObject({ kind: z.literal('place'), incident: idSchema, place: placeSchema }),
  z.strictObject({ kind: z.literal('open-personal'), case: idSchema, reason: words }),
  /** Quick entry: what the desk heard. What is left out is read from the text. */
  z.strictObject({
    kind: z.literal('report'),
    text: words,
    source: sourceSchema,
    place: placeSchema.optional(),
    placeName: z.string().max(200).optional(),
    incidentKind: kindSchema.optional(),
    severity: severitySchema.optional(),
    victims: z.int().min(1).max(MOST_VICTIMS).optional(),
    publishedAt: isoSchema.optional(),
    url: z.string().max(2_000).optional(),
    reporter: z
      .strictObject({
        name: z.string().max(200).optional(),
        organisation: z.string().max(200).optional(),
        phone: z.string().max(40).optional(),
      })
      .optional(),
  }),
  z.strictObject({ kind: z.literal('undo'), act: idSchema }),
  /** A supervisor decides between the two sides of an open conflict; both: of two leads one leads, the other assists. */
  z.strictObject({
    kind: z.literal('settle'),
    subject: z.strictObject({ kind: z.enum(['case', 'incident']), id: idSchema }),
    field: z.string().min(1).max(60),
    other: idSchema,
    choice: z.enum(['kept', 'other', 'both']),
    reason: words.optional(),
  }),
  /** A supervisor says when an act of uncertain time was made: `event` is one of its events, of this subject. */
  z.strictObject({
    kind: z.literal('set-time'),
    subject: z.strictObject({ kind: z.enum(['case', 'incident']), id: idSchema }),
    event: idSchema,
    happenedAt: isoSchema,
    reason: words.optional(),
  }),
  /** Brings back what stood before an act that can't be undone any more: an ordinary act of its own. */
  z.strictObject({ kind: z.literal('reverse'), act: idSchema, reason: words.optional() }),
  /** Two incidents are one; the older survives, the other's number stays an alias. */
  z.strictObject({ kind: z.literal('join'), incidents: z.tuple([idSchema, idSchema]) }),
  /** Takes every link off this incident: it stands for itself again, with all its later edits. */
  z.strictObject({ kind: z.literal('part'), incident: idSchema }),
  /** A supervisor lets an act that central holds stand as it came. `held` is that act's id. */
  z.strictObject({ kind: z.literal('admit'), held: idSchema }),
  /** A supervisor turns it down, with the words its author is to read. */
  z.strictObject({ kind: z.literal('turn-down'), held: idSchema, reason: words }),
  /**
   * A new version of a promise. `replaces`: the version it was made from; `withdraw`: the subject of one that has not
   * begun, which it stands in place of; `moves`: running clocks that go over to it.
   */
  z.strictObject({
    kind: z.literal('set-policy'),
    policy: policyRowSchema,
    replaces: ruleId.nullable(),
    withdraw: idSchema.optional(),
    moves: z
      .array(z.strictObject({ case: idSchema, clock: ruleId }))
      .max(500)
      .optional(),
    reason: words,
  }),
  z.strictObject({ kind: z.literal('withdraw-policy'), policy: idSchema, reason: words }),
  z.strictObject({ kind: z.literal('move-policy'), case: idSchema, clock: ruleId, policy: ruleId, reason: words }),
  /** Lines of the calendars, each new or (by `id`) in place of an earlier one, and lines that are taken off. */
  z.strictObject({
    kind: z.literal('set-calendar'),
    entries: z.array(z.strictObject({ id: idSchema.optional(), entry: calendarEntrySchema })).max(400),
    withdraw: z.array(idSchema).max(400).optional(),
    reason: words.optional(),
  }),
  /** Spans of duty, each new or (by `id`) in place of an earlier one, and spans that are taken off. */
  z.strictObject({
    kind: z.literal('set-rota'),
    duties: z
      .array(
        z.strictObject({
          id: idSchema.optional(),
          area: scopeSchema,
          level: z.enum(ROTA_LEVELS),
          from: isoSchema,
          to: isoSchema,
          user: z.string().min(1).max(80).optional(),
          name: z.string().trim().min(1).max(200),
          phone: z.string().trim().max(40).optional(),
          email: z.string().trim().max(200).optional(),
        }),
      )
      .max(200),
    withdraw: z.array(idSchema).max(200).optional(),
    reason: words.optional(),
  }),
  /** The branch that was offered these cases does not take them. */
  z.strictObject({ kind: z.literal('decline'), cases, reason: declineReasonSchema, text: words.optional(), told }),
  z.strictObject({ kind: z.literal('set-assist'), cases, branch: branchCodeSchema, on: z.boolean() }),
  z.strictObject({ kind: z.literal('place-kin'), cases, place: townSchema.nullable() }),
  z.strictObject({ kind: z.literal('place-employer'), cases, place: townSchema.nullable() }),
  z.strictObject({ kind: z.literal('set-scheme'), cases, scheme: schemeSchema, on: z.boolean() }),
  /** `complaint` and `payeeId`, where new, are ids the screen makes. */
  z.strictObject({ kind: z.literal('receive-complaint'), case: idSchema, complaint: idSchema, text: words }),
  z.strictObject({
    kind: z.literal('acknowledge-complaint'),
    case: idSchema,
    complaint: idSchema,
    text: words.optional(),
  }),
  z.strictObject({
    kind: z.literal('name-payee'),
    case: idSchema,
    payeeId: idSchema,
    relation: payeeRelationSchema.optional(),
    name: z.string().trim().min(1).max(200).optional(),
  }),
  /** Cases of one gesture to several branches: a closed office's, or the victims of one accident. */
  z.strictObject({
    kind: z.literal('share-out'),
    moves: z
      .array(z.strictObject({ case: idSchema, branch: branchCodeSchema }))
      .min(1)
      .max(500),
    reason: words.optional(),
  }),
  /** Somebody heard these alarms; each is a threshold of one clock. */
  z.strictObject({
    kind: z.literal('acknowledge-alarm'),
    alarms: z
      .array(
        z.strictObject({
          case: idSchema,
          clock: ruleId,
          policy: ruleId,
          fraction: z.number().min(0).max(1_000),
          due: isoSchema,
        }),
      )
      .min(1)
      .max(500),
  }),
]);
export type Act = z.infer<typeof actSchema>;
export type ActKind = Act['kind'];

/** An act as it is handed to the engine. The same `commandId` again answers the same and does nothing twice. */
export const commandSchema = z.strictObject({
  commandId: idSchema,
  via: z.enum(VIAS),
  /** When it was true in the world; now when left out. */
  happenedAt: isoSchema.optional(),
  act: actSchema,
  /** The refused act that this one is made in place of: it leaves the outbox in the same stroke. */
  replaces: idSchema.optional(),
});
export type Command = z.infer<typeof commandSchema>;

/** `undoUntil`: ms since 1970 on the console's corrected clock; null when it cannot be undone. */
export const committedSchema = z.object({
  act: idSchema,
  cases: z.array(idSchema),
  incidents: z.array(idSchema),
  undoUntil: z.number().nullable(),
});
export type Committed = z.infer<typeof committedSchema>;
