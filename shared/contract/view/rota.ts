import { z } from 'zod';
import { ROTA_LEVELS } from '#shared/contract/wire/rule-values.ts';
import { scopeSchema } from '#shared/contract/wire/values.ts';

const stretch = { from: z.number(), to: z.number() };

/** One span of duty, and who is on it. */
export const dutySchema = z.object({
  id: z.string(),
  area: scopeSchema,
  level: z.enum(ROTA_LEVELS),
  ...stretch,
  user: z.string().nullable(),
  name: z.string(),
  /** Masked, and the address left out, for who may not change it. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Whether the person who sits here may change it. */
  mayEdit: z.boolean(),
});
export type DutyView = z.infer<typeof dutySchema>;

/**
 * Who is on duty for an area over a week of seven days and the week before it, and when nobody is. Moments in ms since
 * 1970. Duties of a wider area that hold here too stand among them.
 */
export const rotaViewSchema = z.object({
  area: scopeSchema,
  /** The hour at which offices open on its Monday: a night belongs to the day before it. */
  from: z.number(),
  to: z.number(),
  days: z.array(
    z.object({
      /** Midnight. */
      start: z.number(),
      /** Office hours; null on a day off. */
      hours: z.object({ open: z.number(), close: z.number() }).nullable(),
      off: z
        .object({
          why: z.enum(['rest', 'holiday', 'substitute', 'closed']),
          name: z.object({ t: z.enum(['key', 'text']), v: z.string() }).nullable(),
          estimated: z.boolean(),
        })
        .nullable(),
    }),
  ),
  /** The levels that are called in this area, in the order they are called. */
  levels: z.array(
    z.object({
      level: z.enum(ROTA_LEVELS),
      duties: z.array(dutySchema),
      /** While the office is closed and nobody of this level is on duty; from now on. */
      gaps: z.array(z.object(stretch)),
    }),
  ),
  mayEdit: z.boolean(),
});
export type RotaView = z.infer<typeof rotaViewSchema>;

/** Offices in sight without a squad on duty in the night that comes or is under way. */
export const nightViewSchema = z.object({
  offices: z.int(),
  gaps: z.array(z.object({ branch: z.string(), ...stretch })),
});
export type NightView = z.infer<typeof nightViewSchema>;
