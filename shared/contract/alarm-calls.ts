import { z } from 'zod';
import { PAUSE_REASONS } from '#shared/domain/case-status.ts';
import { alarmPictureSchema, alarmReportSchema, whomSchema } from './view/alarms.ts';
import { breachGuessSchema, guessListSchema, whatIfSchema } from './view/forecast.ts';
import { branchCodeSchema, idSchema, severitySchema } from './wire/values.ts';

const nothing = z.strictObject({});
const desk = ['desk'] as const;

/** Calls about what a room is told, whom to phone, and what may come; part of the contract's calls. */
export const ALARM_CALLS = {
  /** What this room is to be told, whole, at every change and every few seconds as a sign of life. */
  'alarms.watch': { kind: 'stream', roles: desk, input: nothing, output: alarmPictureSchema },
  /** As long as it is watched, the room can hear this window, or cannot: walls say when it hears none. Tells nothing. */
  'alarms.room': { kind: 'stream', roles: desk, input: z.strictObject({ sound: z.boolean() }), output: nothing },
  /** Whom to phone about these cases now, by this console's own rota; telephone numbers masked. */
  'alarms.whom': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ cases: z.array(idSchema).max(200) }),
    output: z.array(whomSchema),
  },
  /** The number of somebody on duty, opened for a reason that is kept with the case. Fails like the act `open-personal`. */
  'alarms.phone': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ case: idSchema, duty: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: z.strictObject({ phone: z.string().nullable() }),
  },
  /** How many alarms this console raised of late, for supervisors. Fails with `not-allowed`. */
  'alarms.report': { kind: 'query', roles: desk, input: nothing, output: alarmReportSchema },
  /** Open cases whose running promise will probably be broken, the worst first; whole, whenever it changed. */
  'guesses.watch': { kind: 'stream', roles: desk, input: nothing, output: guessListSchema },
  /** How the running promises of a case will probably end and what that rests on. */
  'guess.get': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ case: idSchema }),
    output: z.array(breachGuessSchema),
  },
  /** What an act would do to the clocks of cases, before it is done; nothing is recorded. */
  'what-if.get': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({
      cases: z.array(idSchema).min(1).max(20),
      supposed: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('assign'), branch: branchCodeSchema }),
        z.strictObject({
          kind: z.literal('pause'),
          reason: z.enum(PAUSE_REASONS),
          plannedUntil: z.number().nullable(),
        }),
        z.strictObject({ kind: z.literal('triage'), severity: severitySchema.nullable() }),
        z.strictObject({ kind: z.enum(['acknowledge', 'resume', 'close']) }),
      ]),
    }),
    output: z.array(whatIfSchema),
  },
} as const;
