import { z } from 'zod';
import { dutyNowSchema, moveSchema, plannedMoveSchema, sinceSchema } from './view/load.ts';
import { branchCodeSchema, idSchema } from './wire/values.ts';

const desk = ['desk'] as const;
/** Cases of one gesture. */
const MOST = 500;

/** Calls of the supervisor's view: duty, plans for moving many cases, what happened; part of the contract's calls. */
export const LOAD_CALLS = {
  'load.duty': { kind: 'query', roles: desk, input: z.strictObject({}), output: dutyNowSchema },
  /**
   * Proposes a branch for each of these cases, never `avoid`: the heirs' office where their town is known, else the
   * nearest; `spread` shares them out over the nearest by load.
   */
  'moves.propose': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({
      cases: z.array(idSchema).min(1).max(MOST),
      avoid: branchCodeSchema.nullable(),
      spread: z.boolean(),
    }),
    output: z.array(plannedMoveSchema),
  },
  /** What a plan that a person changed would mean. */
  'moves.preview': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ moves: z.array(moveSchema).min(1).max(MOST) }),
    output: z.array(plannedMoveSchema),
  },
  /** What happened in the cases in sight since a moment, ms since 1970. */
  'load.since': { kind: 'query', roles: desk, input: z.strictObject({ since: z.number() }), output: sinceSchema },
  /**
   * This window has this case open as long as it watches: told to the others while central can be reached, kept nowhere.
   * Who else has it open, by name; empty without central.
   */
  'presence.watch': {
    kind: 'stream',
    roles: desk,
    input: z.strictObject({ case: idSchema }),
    output: z.array(z.string()),
  },
  /** Every case that somebody else has open, and who, by name; empty without central. */
  'presence.others': {
    kind: 'stream',
    roles: desk,
    input: z.strictObject({}),
    output: z.array(z.object({ case: z.string(), names: z.array(z.string()) })),
  },
} as const;
