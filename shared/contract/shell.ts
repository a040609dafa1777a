import { z } from 'zod';
import { ALARM_LEVELS } from './view/alarms.ts';
import { messageRefSchema } from './wire/values.ts';

const noteLevelSchema = z.enum(ALARM_LEVELS).exclude(['notice']);
export type NoteLevel = z.infer<typeof noteLevelSchema>;

/** What the desktop may be told: how many alarms are new, and of the worst its case, clock and level. It names nobody. */
const alarmNoteSchema = z.strictObject({
  lang: z.enum(['ms', 'en']),
  n: z.int().min(1),
  number: z.string().regex(/^[A-Za-z0-9/-]{1,40}$/),
  clock: z.string().regex(/^[a-z0-9.-]{1,80}$/),
  level: noteLevelSchema,
});
export type AlarmNoteInput = z.infer<typeof alarmNoteSchema>;

/** What a window may ask of the shell itself (the app's windows, its update): the same shape in Electron and in a browser. */
export const SHELL_CALLS = {
  /** Opens one more desk beside the first; its sound stays off while another desk is open. */
  'desk.open': { input: z.strictObject({}), output: z.strictObject({ opened: z.boolean() }) },
  'wall.open': { input: z.strictObject({}), output: z.strictObject({ opened: z.boolean() }) },
  'window.full-screen': { input: z.strictObject({ on: z.boolean() }), output: z.strictObject({ on: z.boolean() }) },
  /** Tells the desktop of alarms, unless somebody looks at the desk. Answers once it is picked, closed or replaced. */
  'alarm.note': { input: alarmNoteSchema, output: z.strictObject({ shown: z.boolean(), picked: z.boolean() }) },
  /** What is kept of the pictures under the map, bytes; `clear` deletes it first. Where the shell serves none, `served` is false. */
  'tiles.kept': {
    input: z.strictObject({ clear: z.boolean() }),
    output: z.strictObject({ served: z.boolean(), bytes: z.number(), limit: z.number(), tiles: z.int() }),
  },
  'update.check': {
    input: z.strictObject({}),
    output: z.strictObject({
      state: z.enum(['none', 'available', 'failed', 'unsupported']),
      version: z.string().nullable(),
      words: messageRefSchema,
    }),
  },
  'about.get': {
    input: z.strictObject({}),
    output: z.strictObject({ version: z.string(), runtime: z.string(), productionRuntime: z.boolean() }),
  },
} as const;
export type ShellCall = keyof typeof SHELL_CALLS;
export type ShellInput<N extends ShellCall> = z.input<(typeof SHELL_CALLS)[N]['input']>;
export type ShellOutput<N extends ShellCall> = z.output<(typeof SHELL_CALLS)[N]['output']>;
