import { z } from 'zod';
import { messageRefSchema } from '#shared/contract/wire/values.ts';

/** An act that waits for a supervisor's word. Moments in ms since 1970. */
export const heldActSchema = z.object({
  act: z.string(),
  /** Why it was held: a key of words under `held.why`. */
  code: z.string(),
  author: z.string(),
  /** When it was true in the world, and when central put it aside. */
  at: z.number(),
  heldAt: z.number(),
  /** What it would do, one line an event, and the free words that came with it. */
  lines: z.array(z.object({ words: messageRefSchema, number: z.string().nullable(), note: z.string().nullable() })),
  /** A case it is about that is here to be looked at. */
  case: z.string().nullable(),
  /** Decided by who sits here, and can be put back up to then; null while nobody decided. */
  decision: z.object({ kind: z.enum(['admit', 'turn-down']), until: z.number() }).nullable(),
});
export type HeldActView = z.infer<typeof heldActSchema>;
