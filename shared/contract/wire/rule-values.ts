import { z } from 'zod';
import { BENEFITS } from '#shared/domain/benefit.ts';
import { PAUSE_REASONS } from '#shared/domain/case-status.ts';
import { GRADES, INCIDENT_KINDS, SEVERITIES } from '#shared/domain/incident-kind.ts';
import { branchCodeSchema, isoSchema } from './values.ts';

/** Who is called: the squad, the head of its branch, the state office, headquarters. */
export const ROTA_LEVELS = ['squad', 'head', 'state', 'hq'] as const;
export type RotaLevel = (typeof ROTA_LEVELS)[number];

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'fault.time-of-day');
const benefit = z.enum(BENEFITS);
const startSchema = z.union([
  z.enum(['received', 'news', 'assigned', 'declined', 'first-action', 'complaint']),
  z.templateLiteral(['documents:', benefit]),
  z.templateLiteral(['approval:', benefit]),
]);
const stopSchema = z.union([
  z.enum([
    'triaged',
    'assigned',
    'acknowledged',
    'replaced',
    'first-action',
    'family-contacted',
    'eligibility',
    'payment',
    'complaint-acknowledged',
  ]),
  z.templateLiteral(['payment:', benefit]),
]);

/** A version of a promise as data: lengths in minutes, hours and days, moments in ISO 8601, thresholds in per cent. */
export const policyRowSchema = z.strictObject({
  key: z.string().regex(/^(kpi|charter)\.[a-z][a-z-]{1,40}$/, 'fault.policy-key'),
  effectiveFrom: isoSchema,
  effectiveTo: isoSchema.nullable(),
  start: startSchema,
  stop: z.array(stopSchema).min(1).max(12),
  rule: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('within'), minutes: z.int().min(1).max(1_000_000) }),
    z.strictObject({ kind: z.literal('same-day'), cutOff: timeOfDay, lateDue: timeOfDay }),
    z.strictObject({
      kind: z.literal('days'),
      days: z.int().min(1).max(366),
      restStart: z.enum(['moves', 'counts']),
    }),
  ]),
  calendar: z.enum(['always', 'lead-days', 'lead-hours']),
  pauses: z
    .strictObject({
      capHours: z.number().min(0).max(10_000).nullable(),
      reasons: z.array(z.enum(PAUSE_REASONS)).max(20).optional(),
    })
    .nullable(),
  warnAt: z.array(z.number().gt(0).lt(100)).max(10),
  when: z
    .strictObject({
      kinds: z.array(z.enum(INCIDENT_KINDS)).optional(),
      severities: z.array(z.enum(SEVERITIES)).optional(),
      grades: z.array(z.enum(GRADES)).optional(),
      schemes: z.array(z.string().min(1).max(40)).max(40).optional(),
    })
    .nullable(),
  awaited: z.enum(['always', 'death']).nullable(),
  status: z.enum(['stated', 'published', 'inferred']),
  source: z.string().min(1).max(400),
});

const dayText = z.iso.date();
const stateCode = z.string().regex(/^[A-Z]{3}$/, 'fault.state-code');
const weekday = z.enum(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']);
/** Whose day it is: states by code, and offices that keep it apart from their state. */
const area = { states: z.array(stateCode).max(16), branches: z.array(branchCodeSchema).max(200) };

/** One line of the calendars, from a day on or for one day; days as `YYYY-MM-DD`, Malaysia. */
export const calendarEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('week'),
    state: stateCode,
    from: dayText,
    rest: z.array(weekday).max(6),
    weekly: weekday,
  }),
  z.strictObject({ kind: z.literal('hours'), from: dayText, open: timeOfDay, close: timeOfDay }),
  z.strictObject({
    kind: z.literal('off'),
    day: dayText,
    ...area,
    /** A holiday with words of its own (`holiday.NAME`), else the words it was entered with. */
    name: z.strictObject({ t: z.enum(['key', 'text']), v: z.string().min(1).max(120) }),
    status: z.enum(['gazetted', 'estimated']),
    source: z.string().min(1).max(400),
    /** Whether another day is given when it falls on the weekly holiday. */
    substitute: z.boolean(),
  }),
  /** Worked after all: what was off on that day there is not. Rest days stay rest days. */
  z.strictObject({ kind: z.literal('worked'), day: dayText, ...area }),
]);

export type PolicyRowData = z.infer<typeof policyRowSchema>;
export type CalendarEntry = z.infer<typeof calendarEntrySchema>;
