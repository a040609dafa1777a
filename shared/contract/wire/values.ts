import { z } from 'zod';
import { BENEFITS } from '#shared/domain/benefit.ts';
import { FIRST_ACTIONS, OUTCOMES, PAUSE_REASONS, TOLD_BY } from '#shared/domain/case-status.ts';
import { DECLINE_REASONS } from '#shared/domain/decline-reason.ts';
import { GRADES, INCIDENT_KINDS, SEVERITIES, SOURCES } from '#shared/domain/incident-kind.ts';
import { PAYEE_RELATIONS } from '#shared/domain/payee.ts';
import { ROLES } from '#shared/domain/person-role.ts';
import { SCHEMES } from '#shared/domain/scheme.ts';

/** A UUID; ours are version 7, a caller's may be any. */
export const idSchema = z.uuid();
/** A moment as ISO 8601 with an offset or Z. */
export const isoSchema = z.iso.datetime({ offset: true });
export const branchCodeSchema = z.string().regex(/^[A-Z]{3}$/, 'fault.branch-code');
export const kindSchema = z.enum(INCIDENT_KINDS);
export const severitySchema = z.enum(SEVERITIES);
export const gradeSchema = z.enum(GRADES);
export const sourceSchema = z.enum(SOURCES);
export const benefitSchema = z.enum(BENEFITS);
export const roleSchema = z.enum(ROLES);
export const outcomeSchema = z.enum(OUTCOMES);
export const firstActionSchema = z.enum(FIRST_ACTIONS);
export const pauseReasonSchema = z.enum(PAUSE_REASONS);
export const toldBySchema = z.enum(TOLD_BY);
export const declineReasonSchema = z.enum(DECLINE_REASONS);
export const schemeSchema = z.enum(SCHEMES);
export const payeeRelationSchema = z.enum(PAYEE_RELATIONS);
export const latSchema = z.number().min(-90).max(90);
export const lonSchema = z.number().min(-180).max(180);

export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hq') }),
  z.strictObject({ kind: z.literal('state'), state: z.string().min(1) }),
  z.strictObject({ kind: z.literal('branch'), branch: branchCodeSchema }),
]);

/** A place with its doubt; see the domain's Place. */
export const placeSchema = z.object({
  name: z.string().min(1).max(200),
  state: z.string().min(1),
  district: z.string().optional(),
  lat: latSchema,
  lon: lonSchema,
  confidence: z.number().min(0).max(1),
  kind: z.string().optional(),
});

const hundredth = (degrees: number) => Math.round(degrees * 100) / 100 === degrees;
/** A town, said no nearer than a hundredth of a degree (about a kilometre): it never tells a house. */
export const townSchema = z.strictObject({
  name: z.string().min(1).max(80),
  state: z.string().min(1).max(40),
  district: z.string().max(80).optional(),
  lat: latSchema.refine(hundredth, 'fault.town-only'),
  lon: lonSchema.refine(hundredth, 'fault.town-only'),
});

const paramSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('number'), v: z.number() }),
  z.object({ t: z.literal('km'), v: z.number() }),
  z.object({ t: z.literal('time'), v: z.number() }),
  z.object({ t: z.literal('day'), v: z.number() }),
  z.object({ t: z.literal('duration'), v: z.number() }),
  z.object({ t: z.literal('percent'), v: z.number() }),
  z.object({ t: z.literal('money'), v: z.number() }),
  z.object({ t: z.literal('branch'), v: z.string() }),
  z.object({ t: z.literal('person'), v: z.string() }),
  z.object({ t: z.literal('key'), v: z.string() }),
  z.object({ t: z.literal('text'), v: z.string() }),
]);

/** A message as data; see the domain's MessageRef. */
export const messageRefSchema = z.object({ key: z.string(), params: z.record(z.string(), paramSchema).optional() });

/** The branch routing proposes, and why. */
export const suggestionSchema = z.object({
  branch: branchCodeSchema,
  reason: messageRefSchema,
  km: z.number().optional(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
