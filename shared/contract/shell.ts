import { z } from 'zod';
import { messageRefSchema } from './wire/values.ts';

/** What a window may ask of the shell itself (the app's windows, its update): the same shape in Electron and in a browser. */
export const SHELL_CALLS = {
  'wall.open': { input: z.strictObject({}), output: z.strictObject({ opened: z.boolean() }) },
  'window.full-screen': { input: z.strictObject({ on: z.boolean() }), output: z.strictObject({ on: z.boolean() }) },
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
