import { z } from 'zod';
import { ROTA_LEVELS } from '#shared/contract/wire/rule-values.ts';

/**
 * How far a promise has gone when a room is told, from the least: half of its time, from three quarters of it, from nine
 * tenths, the due time passed, and again after that while nothing was done.
 */
export const ALARM_LEVELS = ['notice', 'warn', 'urgent', 'breach', 'again'] as const;
export type AlarmLevel = (typeof ALARM_LEVELS)[number];
const levelSchema = z.enum(ALARM_LEVELS);

/** One standing alarm as a room shows it. No personal data. Moments in ms since 1970. */
const alarmViewSchema = z.object({
  /** The one identity of the threshold: clock, policy version, share, due time. */
  id: z.string(),
  case: z.string(),
  number: z.string(),
  lead: z.string().nullable(),
  clock: z.string(),
  key: z.string(),
  policy: z.string(),
  fraction: z.number(),
  due: z.number(),
  /** When the threshold was reached. */
  at: z.number(),
  level: levelSchema,
  /** It rests on an estimate. */
  uncertain: z.boolean(),
  /** When this console first raised it, and whether that was late: it was reached while the console did not look. */
  raisedAt: z.number(),
  late: z.boolean(),
});
export type AlarmView = z.infer<typeof alarmViewSchema>;

/** The alarms of one room, whole, whenever anything in it changed, and every few seconds as a sign of life. */
export const alarmPictureSchema = z.object({
  /** The engine's time when it was made. */
  at: z.number(),
  /** The engine cannot look at its clocks: words by key; null while all is well. */
  trouble: z.enum(['store', 'starting']).nullable(),
  /** Standing alarms nobody acknowledged, by level; all of them, also those that `items` has no room for. */
  counts: z.record(levelSchema, z.int()),
  /** The worst first. */
  items: z.array(alarmViewSchema),
  /** Acknowledged and still standing, the last first: when, and by whom (their name, or id where it is not known here). */
  heard: z.array(alarmViewSchema.extend({ by: z.string(), heardAt: z.number() })),
  /** Gone since they were raised, the last first, with the reason. */
  gone: z.array(
    z.object({
      id: z.string(),
      case: z.string(),
      number: z.string(),
      key: z.string(),
      why: z.string(),
      at: z.number(),
    }),
  ),
  /** After EEMUA 191: alarms raised on this console in the last ten minutes, at most in any ten of the last day, and in it. */
  rate: z.object({ lastTen: z.int(), peakTen: z.int(), day: z.int(), standing: z.int() }),
});
export type AlarmPicture = z.infer<typeof alarmPictureSchema>;

const rotaLevelSchema = z.enum(ROTA_LEVELS);

/** Whom to phone about a case now: the next person on duty along squad, head of office, state office, headquarters. */
export const whomSchema = z.object({
  case: z.string(),
  /** Whom the worst alarm of the case calls first, and who was passed because nobody is on duty there. */
  level: rotaLevelSchema,
  passed: z.array(rotaLevelSchema),
  /** Null when nobody is on duty at all. `phone` is masked; `until`: the end of the duty, ms since 1970. */
  called: z
    .object({
      duty: z.string(),
      level: rotaLevelSchema,
      name: z.string(),
      phone: z.string().nullable(),
      until: z.number(),
    })
    .nullable(),
});
export type WhomView = z.infer<typeof whomSchema>;

/** Alarms raised on this console, after EEMUA 191. Moments in ms since 1970. */
export const alarmReportSchema = z.object({
  at: z.number(),
  standing: z.int(),
  /** The last 24 hours, the oldest first: where each begins and how many were raised in it. */
  hours: z.array(z.object({ from: z.number(), n: z.int() })),
  /** The last seven days, the oldest first: how many, and at most in any ten minutes of it. */
  days: z.array(z.object({ from: z.number(), n: z.int(), peakTen: z.int() })),
  /** In ten minutes on average over the last 24 hours. */
  averageTen: z.number(),
  /** Share (0–1) of the ten-minute spans of the last seven days in which more than ten were raised. */
  floodShare: z.number(),
  /** Promises that raised the most in seven days, the most first. */
  promises: z.array(z.object({ key: z.string(), n: z.int() })),
});
export type AlarmReportView = z.infer<typeof alarmReportSchema>;
