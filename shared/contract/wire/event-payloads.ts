import { z } from 'zod';
import { AROUND_EVENTS } from './around-payloads.ts';
import { calendarEntrySchema, policyRowSchema, ROTA_LEVELS } from './rule-values.ts';
import {
  benefitSchema,
  branchCodeSchema,
  firstActionSchema,
  gradeSchema,
  idSchema,
  isoSchema,
  kindSchema,
  latSchema,
  lonSchema,
  outcomeSchema,
  pauseReasonSchema,
  placeSchema,
  roleSchema,
  scopeSchema,
  severitySchema,
  sourceSchema,
  suggestionSchema,
  toldBySchema,
} from './values.ts';

/** What a subject is; the log also carries kinds this version does not know. */
export const SUBJECT_KINDS = ['report', 'incident', 'case', 'user', 'act', 'policy', 'calendar', 'rota'] as const;

const freeText = z.string().min(1).max(20_000);
const told = z.strictObject({ how: toldBySchema, onBehalfOf: branchCodeSchema.optional() });
const contact = z.strictObject({
  name: z.string().max(200).optional(),
  organisation: z.string().max(200).optional(),
  phone: z.string().max(40).optional(),
});
const empty = z.strictObject({});
/** Which open conflict (its field and the event that stands beside), and which value shall show; both: lead and assist. */
const settled = z.strictObject({
  field: z.string().min(1).max(60),
  other: idSchema,
  choice: z.enum(['kept', 'other', 'both']),
});

interface EventShape {
  subject: (typeof SUBJECT_KINDS)[number];
  /** The newest version; every earlier one reads as it. */
  v: number;
  /** Members of the payload that came after version 1, by the version they came with: an event is of the lowest that holds it. */
  since?: Readonly<Record<string, number>>;
  payload: z.ZodType;
  /** What names or may name a person; absent when the type carries none. */
  private?: z.ZodType;
}

/**
 * Every event type of this protocol version: whose it is, its payload, and its private part.
 * Adding a field that may be left out means a new `v` and its line in `since`, any other an upcaster besides; a payload
 * here never changes its meaning.
 */
export const EVENT_TYPES = {
  'report.received': {
    subject: 'report',
    v: 1,
    payload: z.strictObject({
      source: sourceSchema,
      channel: z.string().max(80).optional(),
      externalId: z.string().max(200).optional(),
      publishedAt: isoSchema.optional(),
      receivedAt: isoSchema,
      claimedReceivedAt: isoSchema.optional(),
      lat: latSchema.optional(),
      lon: lonSchema.optional(),
    }),
    private: z.strictObject({
      text: freeText,
      url: z.string().max(2_000).optional(),
      placeName: z.string().max(200).optional(),
      reporter: contact.optional(),
    }),
  },
  'incident.opened': {
    subject: 'incident',
    v: 1,
    payload: z.strictObject({
      kind: kindSchema,
      occurredAt: isoSchema.optional(),
      label: z.string().max(20).optional(),
    }),
  },
  'incident.report-linked': {
    subject: 'incident',
    v: 1,
    payload: z.strictObject({
      report: idSchema,
      source: sourceSchema,
      publishedAt: isoSchema.optional(),
      receivedAt: isoSchema,
    }),
  },
  'incident.placed': {
    subject: 'incident',
    v: 1,
    payload: z.strictObject({
      place: placeSchema.nullable(),
      alternatives: z.array(placeSchema).max(8),
      suggested: suggestionSchema.nullable(),
    }),
  },
  'incident.graded': { subject: 'incident', v: 1, payload: z.strictObject({ grade: gradeSchema }) },
  'incident.numbered': { subject: 'incident', v: 1, payload: z.strictObject({ number: z.string().max(20) }) },
  'case.opened': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({
      incident: idSchema,
      ordinal: z.int().min(1).max(10_000),
      severity: severitySchema,
      label: z.string().max(20).optional(),
    }),
  },
  'case.numbered': { subject: 'case', v: 1, payload: z.strictObject({ number: z.string().max(20) }) },
  'case.triaged': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ severity: severitySchema.optional(), priority: z.enum(['normal', 'high']).optional() }),
  },
  'case.victim-described': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({
      sex: z.enum(['male', 'female']).optional(),
      age: z.int().min(0).max(120).optional(),
      occupation: z.string().max(80).optional(),
    }),
    private: z.strictObject({
      name: z.string().max(200).optional(),
      idNumber: z.string().max(40).optional(),
      employer: z.string().max(200).optional(),
    }),
  },
  'case.kin-described': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ relation: z.string().max(40).optional(), town: z.string().max(80).optional() }),
    private: contact,
  },
  'case.assigned': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({
      branch: branchCodeSchema,
      /** The lead its author believed in: a mismatch is a contested assignment. */
      believedLead: branchCodeSchema.nullable(),
      suggested: branchCodeSchema.nullable(),
    }),
    private: z.strictObject({ reason: freeText.optional() }),
  },
  'case.acknowledged': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ assignment: idSchema, told: told.optional() }),
    private: z.strictObject({ toldBy: z.string().max(200).optional() }),
  },
  'case.action-taken': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ action: firstActionSchema, told: told.optional() }),
    private: z.strictObject({ toldBy: z.string().max(200).optional() }),
  },
  'case.family-contacted': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ told: told.optional() }),
    private: z.strictObject({ toldBy: z.string().max(200).optional() }),
  },
  'case.documents-completed': {
    subject: 'case',
    v: 2,
    since: { payeeId: 2 },
    payload: z.strictObject({ benefit: benefitSchema, payeeId: idSchema.optional(), told: told.optional() }),
    private: z.strictObject({ toldBy: z.string().max(200).optional() }),
  },
  'case.eligibility-decided': {
    subject: 'case',
    v: 2,
    since: { payeeId: 2 },
    payload: z.strictObject({
      benefit: benefitSchema,
      eligible: z.boolean(),
      payeeId: idSchema.optional(),
      told: told.optional(),
    }),
    private: z.strictObject({ toldBy: z.string().max(200).optional() }),
  },
  'case.payment-made': {
    subject: 'case',
    v: 2,
    since: { payeeId: 2 },
    payload: z.strictObject({
      benefit: benefitSchema,
      amountSen: z.int().min(1).max(1_000_000_000),
      payeeId: idSchema.optional(),
      told: told.optional(),
    }),
    private: z.strictObject({ payee: z.string().max(200).optional(), toldBy: z.string().max(200).optional() }),
  },
  'case.paused': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ reason: pauseReasonSchema, until: isoSchema.optional() }),
    private: z.strictObject({ text: freeText.optional() }),
  },
  'case.resumed': { subject: 'case', v: 1, payload: empty },
  'case.closed': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ outcome: outcomeSchema }),
    private: z.strictObject({ text: freeText.optional() }),
  },
  'case.reopened': { subject: 'case', v: 1, payload: empty, private: z.strictObject({ text: freeText.optional() }) },
  'case.noted': { subject: 'case', v: 1, payload: empty, private: z.strictObject({ text: freeText }) },
  'case.personal-opened': { subject: 'case', v: 1, payload: empty, private: z.strictObject({ reason: freeText }) },
  'case.act-undone': { subject: 'case', v: 1, payload: z.strictObject({ act: idSchema }) },
  'case.conflict-settled': {
    subject: 'case',
    v: 1,
    payload: settled,
    private: z.strictObject({ reason: freeText.optional() }),
  },
  'incident.conflict-settled': {
    subject: 'incident',
    v: 1,
    payload: settled,
    private: z.strictObject({ reason: freeText.optional() }),
  },
  'incident.act-undone': { subject: 'incident', v: 1, payload: z.strictObject({ act: idSchema }) },
  /** One half of a link between two incidents that are one; the other half stands on the other incident. */
  'incident.joined': { subject: 'incident', v: 1, payload: z.strictObject({ link: idSchema, with: idSchema }) },
  'incident.parted': { subject: 'incident', v: 1, payload: z.strictObject({ link: idSchema }) },
  /**
   * What named people here is not to be read again: keys destroyed, and the subjects (the case, its reports and incident
   * when asked) they belonged to. Facts and clocks stand.
   */
  'case.erased': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ keys: z.array(idSchema).max(2_000), subjects: z.array(idSchema).min(1).max(2_000) }),
    private: z.strictObject({ reason: freeText }),
  },
  /** A supervisor sets an uncertain time: `event` is the event whose time it was, of this very subject. */
  'case.time-set': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ event: idSchema, happenedAt: isoSchema }),
    private: z.strictObject({ reason: freeText.optional() }),
  },
  'incident.time-set': {
    subject: 'incident',
    v: 1,
    payload: z.strictObject({ event: idSchema, happenedAt: isoSchema }),
    private: z.strictObject({ reason: freeText.optional() }),
  },
  /** Central keeps an act whose author has lost the right to it since; the events lie here as they came. */
  'act.held': {
    subject: 'act',
    v: 1,
    payload: z.strictObject({
      code: z.string().min(1).max(60),
      author: z.string().min(1).max(80),
      device: z.string().min(1).max(80),
      subjects: z.array(z.strictObject({ kind: z.string().min(1).max(20), id: idSchema })).max(2_000),
      events: z.array(z.record(z.string(), z.unknown())).min(1).max(2_000),
    }),
  },
  /** A supervisor lets a held act stand: central accepts its events as they are. */
  'act.admitted': {
    subject: 'act',
    v: 1,
    payload: empty,
    private: z.strictObject({ reason: freeText.optional() }),
  },
  /** A supervisor turns a held act down, with the words its author is to read. */
  'act.turned-down': {
    subject: 'act',
    v: 1,
    payload: empty,
    private: z.strictObject({ reason: freeText }),
  },
  'user.described': {
    subject: 'user',
    v: 1,
    payload: z.strictObject({ name: z.string().max(120), role: roleSchema, scope: scopeSchema }),
  },
  /** A version of a promise; it holds for clocks that start from `effectiveFrom` on, never for one that ran before it was set. */
  'policy.set': {
    subject: 'policy',
    v: 1,
    /** `replaces`: the version its author edited, by its id; null for a new promise. */
    payload: z.strictObject({ policy: policyRowSchema, replaces: z.string().min(1).max(120).nullable() }),
    private: z.strictObject({ reason: freeText.optional() }),
  },
  /** The version set under this subject holds for no clock that starts from now on. */
  'policy.withdrawn': {
    subject: 'policy',
    v: 1,
    payload: empty,
    private: z.strictObject({ reason: freeText.optional() }),
  },
  /** A clock of this case goes over to another version of its key; it counts from its start all the same. */
  'case.policy-moved': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({ clock: z.string().min(1).max(120), policy: z.string().min(1).max(120) }),
    private: z.strictObject({ reason: freeText.optional() }),
  },
  /** One line of the calendars: a week, hours, a day off or a working day. The last set of a subject stands. */
  'calendar.set': {
    subject: 'calendar',
    v: 1,
    payload: z.strictObject({ entry: calendarEntrySchema }),
    private: z.strictObject({ reason: freeText.optional() }),
  },
  'calendar.withdrawn': {
    subject: 'calendar',
    v: 1,
    payload: empty,
    private: z.strictObject({ reason: freeText.optional() }),
  },
  /** One span of duty; nights and weekends are plain spans. A later one of the same area and level stands over it. */
  'rota.set': {
    subject: 'rota',
    v: 1,
    payload: z.strictObject({
      area: scopeSchema,
      level: z.enum(ROTA_LEVELS),
      from: isoSchema,
      to: isoSchema,
      /** Account of who is on duty, where they have one. */
      user: z.string().min(1).max(80).optional(),
    }),
    private: z.strictObject({
      name: z.string().min(1).max(200),
      phone: z.string().max(40).optional(),
      email: z.string().max(200).optional(),
      reason: freeText.optional(),
    }),
  },
  'rota.withdrawn': {
    subject: 'rota',
    v: 1,
    payload: empty,
    private: z.strictObject({ reason: freeText.optional() }),
  },
  ...AROUND_EVENTS,
  /** Somebody heard the alarm of a threshold: fraction 1 is the due time itself, more than 1 a repeated breach. */
  'case.alarm-acknowledged': {
    subject: 'case',
    v: 1,
    payload: z.strictObject({
      clock: z.string().min(1).max(120),
      policy: z.string().min(1).max(120),
      fraction: z.number().min(0).max(1_000),
      due: isoSchema,
    }),
  },
} as const satisfies Record<string, EventShape>;

export type EventType = keyof typeof EVENT_TYPES;
export type PayloadOf<T extends EventType> = z.infer<(typeof EVENT_TYPES)[T]['payload']>;
export type PrivateOf<T extends EventType> = (typeof EVENT_TYPES)[T] extends { private: infer P extends z.ZodType }
  ? z.infer<P>
  : undefined;
