import { z } from 'zod';
import { calendarEntrySchema } from '#shared/contract/wire/rule-values.ts';
import { messageRefSchema } from '#shared/contract/wire/values.ts';
import { movedCountsSchema } from './rules.ts';

const dayText = z.iso.date();
const nameSchema = z.object({ t: z.enum(['key', 'text']), v: z.string() });
const status = z.enum(['gazetted', 'estimated']);

/** One day that is not worked though it is no rest day. `why`: a holiday, the day given instead, an office closed. */
const dayOffSchema = z.object({
  day: dayText,
  why: z.enum(['holiday', 'substitute', 'closed']),
  name: nameSchema,
  status,
  source: z.string(),
  /** Falls on a rest day of this state. */
  onRest: z.boolean(),
  /** Kept by every state and territory. */
  everywhere: z.boolean(),
  /** The line somebody set it by; null for one that was shipped. */
  line: z.string().nullable(),
});
export type DayOffView = z.infer<typeof dayOffSchema>;

/** A line somebody set, whether its day falls in the year shown or it holds from a day on. */
const calendarLineSchema = z.object({
  id: z.string(),
  entry: calendarEntrySchema,
  by: z.string(),
  setAt: z.number(),
  reason: z.string().nullable(),
  /** Whether the person who sits here may take it off. */
  mayEdit: z.boolean(),
});
export type CalendarLineView = z.infer<typeof calendarLineSchema>;

/** The days of one state, or of one of its offices, over a year. Days as `YYYY-MM-DD`, Malaysia; setAt in ms since 1970. */
export const calendarViewSchema = z.object({
  state: z.string(),
  branch: z.string().nullable(),
  year: z.int(),
  /** Weekly rest days from a day on, the last at or before the year first; `weekly` is the one that moves a holiday. */
  weeks: z.array(z.object({ from: dayText, rest: z.array(z.string()), weekly: z.string() })),
  /** Hours from a day on, minutes since midnight. */
  hours: z.array(z.object({ from: dayText, open: z.int(), close: z.int() })),
  off: z.array(dayOffSchema),
  lines: z.array(calendarLineSchema),
  /** Whether the holidays of the whole year are known; else only rest days are left out of a sum. */
  known: z.boolean(),
  mayEdit: z.boolean(),
});
export type CalendarView = z.infer<typeof calendarViewSchema>;

/** What lines of the calendars would do to clocks that run now, were they set. Due times in ms since 1970. */
export const calendarPreviewSchema = movedCountsSchema.extend({
  cases: z.int(),
  first: z.array(z.object({ number: z.string(), key: z.string(), before: z.number(), after: z.number() })),
});
export type CalendarPreviewView = z.infer<typeof calendarPreviewSchema>;

/** Lines of the calendars as an act sets them. */
export const calendarChangeSchema = z.strictObject({
  entries: z.array(z.strictObject({ id: z.uuid().optional(), entry: calendarEntrySchema })).max(400),
  withdraw: z.array(z.uuid()).max(400).optional(),
});
export type CalendarChange = z.infer<typeof calendarChangeSchema>;

/** A holiday of a file beside what stands. `entries` is what an act would set for it. */
const readHolidaySchema = z.object({
  day: dayText,
  name: nameSchema,
  states: z.array(z.string()),
  status,
  /** same: stands already · changed: its status differs · moved: stands on another day · clash: another name there. */
  verdict: z.enum(['new', 'changed', 'moved', 'same', 'clash']),
  before: z.object({ day: dayText, name: nameSchema, status }).nullable(),
  entries: z.array(z.strictObject({ id: z.uuid().optional(), entry: calendarEntrySchema })),
  mayEdit: z.boolean(),
});
export type ReadHolidayView = z.infer<typeof readHolidaySchema>;

/** What a file of holidays holds, and which of its lines cannot be read, from 1. */
export const readHolidaysSchema = z.object({
  form: z.enum(['table', 'ical']),
  holidays: z.array(readHolidaySchema),
  faults: z.array(z.object({ line: z.int(), why: messageRefSchema })),
});
export type ReadHolidaysView = z.infer<typeof readHolidaysSchema>;
