import { z } from 'zod';
import { messageRefSchema } from '#shared/contract/wire/values.ts';
import { PAYEE_RELATIONS } from '#shared/domain/payee.ts';

/** A running promise that will probably be broken: a guess, shown as one. `due` ms since 1970. */
const guessSchema = z.object({
  case: z.string(),
  clock: z.string(),
  key: z.string(),
  /** Share of its time it will probably need; 1 is exactly on time. */
  share: z.number(),
  due: z.number(),
});
export type GuessView = z.infer<typeof guessSchema>;

export const guessListSchema = z.array(guessSchema);

/** One running clock of a case and how it will probably end. `basis`: what the guess rests on, in words. */
export const breachGuessSchema = z.object({
  clock: z.string(),
  key: z.string(),
  share: z.number(),
  likely: z.boolean(),
  basis: z.array(messageRefSchema),
});
export type BreachGuessView = z.infer<typeof breachGuessSchema>;

/** What an act would do to the running clocks of one case. Due times ms since 1970; null where there is none. */
export const whatIfSchema = z.object({
  case: z.string(),
  number: z.string(),
  changes: z.array(
    z.object({
      clock: z.string(),
      key: z.string(),
      /** Whose money it is about, the name masked; null where it is about nobody in particular. */
      payee: z.object({ relation: z.enum(PAYEE_RELATIONS).nullable(), name: z.string().nullable() }).nullable(),
      before: z.number().nullable(),
      after: z.number().nullable(),
      words: messageRefSchema,
    }),
  ),
});
export type WhatIfView = z.infer<typeof whatIfSchema>;
