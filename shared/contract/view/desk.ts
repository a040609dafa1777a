import { z } from 'zod';
import { personSchema } from '#shared/contract/wire/sync.ts';
import {
  branchCodeSchema,
  kindSchema,
  messageRefSchema,
  placeSchema,
  roleSchema,
  scopeSchema,
  severitySchema,
  suggestionSchema,
} from '#shared/contract/wire/values.ts';
import { MOST_VICTIMS } from '#shared/domain/victim-severities.ts';
import { arrangementSchema } from './arrangement.ts';
import { tilesViewSchema } from './tiles.ts';

/** Who sits here and on what. */
export const sessionSchema = z.object({
  profile: z.enum(['demo', 'live']),
  user: personSchema.nullable(),
  device: z.string(),
  prefix: z.string(),
  version: z.string(),
  runtime: z.string(),
  lang: z.enum(['ms', 'en']),
  theme: z.enum(['dark', 'light', 'hc']),
  embedded: z.boolean(),
  centralUrl: z.string(),
  /** True when the OS keychain guards the store's key. */
  storeProtected: z.boolean(),
  /** Pictures under the map, as an admin set them for this console; null: the map stands alone. */
  tiles: tilesViewSchema.nullable(),
  /** The desktop is told of alarms while nobody looks at the window. */
  notify: z.boolean(),
  /** How who sits here arranged the desk; left out until they did. */
  arrangement: arrangementSchema.optional(),
  /** False until somebody took the first steps on this console or put them away. */
  toured: z.boolean().optional(),
  /** Too long without central: until somebody signs in again nothing of a case is shown and nobody may act. */
  locked: z.boolean(),
  /** Up to when who sits here may go on without central, ms since 1970. */
  offlineUntil: z.number().nullable(),
  /** An admin withdrew this console; `files`: what could not be deleted of its store. */
  withdrawn: z.object({ wiped: z.boolean(), files: z.array(z.string()).readonly() }).nullable(),
});
export type SessionView = z.infer<typeof sessionSchema>;

/** One of the demo's sample people, whom a person trying the demo may be. */
export const demoPersonSchema = z.object({ username: z.string(), role: roleSchema, scope: scopeSchema });
export type DemoPersonView = z.infer<typeof demoPersonSchema>;

/** The truth about the link; the status bar and the stale banner are made of it. */
export const linkStatusSchema = z.object({
  /** connecting: first try under way · live: stream open · offline: no answer · refused: answers, but not to us. */
  link: z.enum(['connecting', 'live', 'offline', 'refused']),
  why: messageRefSchema.nullable(),
  /** Last moment this store agreed with central (corrected ms); null before the first. */
  syncedAt: z.number().nullable(),
  since: z.number(),
  waiting: z.int(),
  rejected: z.int(),
  /** Acts of this console before a supervisor at central. */
  held: z.int(),
  /** Held acts that wait for the word of the supervisor who sits here. */
  toDecide: z.int(),
  /** Up to when they can put back what they decided last, corrected ms; null or left out when there is nothing to. */
  putBackUntil: z.number().nullable().optional(),
  conflicts: z.int(),
  /** now on central − this PC's clock, ms. Windows show times by Date.now() + offset. */
  clockOffsetMs: z.number(),
  /** False while central's time was not heard since this computer started: times made here are then estimates. */
  timesSure: z.boolean().optional(),
  /** First fill under way: events in so far of all; null otherwise. */
  filling: z.object({ done: z.int(), of: z.int() }).nullable(),
  /** Something this console did by itself that its people should know; null or left out when there is nothing. */
  notice: messageRefSchema.nullable().optional(),
});
export type LinkStatus = z.infer<typeof linkStatusSchema>;

/** How an act can be taken back now: undone, reversed by an ordinary act of its own, or not at all. */
export const wayBackSchema = z.discriminatedUnion('way', [
  z.object({ way: z.literal('undo'), until: z.number() }),
  z.object({
    way: z.literal('reverse'),
    words: messageRefSchema,
    needsReason: z.boolean(),
    cases: z.array(z.string()),
  }),
  z.object({ way: z.literal('none'), why: messageRefSchema }),
]);
export type WayBackView = z.infer<typeof wayBackSchema>;

/** An office under a case being carried: what the drop would mean. Travel-free. */
export const candidateSchema = z.object({
  branch: branchCodeSchema,
  km: z.number().nullable(),
  active: z.int(),
  late: z.int(),
  suggested: z.boolean(),
  /** Names of the squad on duty there now; left out where nobody asked. */
  duty: z.array(z.string()).optional(),
  reason: messageRefSchema,
  /** When it declined one of these cases, ms since 1970; left out where it did not. */
  declinedAt: z.number().optional(),
  refused: messageRefSchema.nullable(),
  verdict: z.enum(['yes', 'with-reason', 'no']),
  ghosts: z.array(z.object({ key: z.string(), due: z.number(), warnAt: z.number() })),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** What quick entry understood so far. */
export const reportPreviewSchema = z.object({
  place: placeSchema.nullable(),
  alternatives: z.array(placeSchema),
  kind: kindSchema,
  /** One for each victim, the dead first. */
  severities: z.array(severitySchema).min(1).max(MOST_VICTIMS),
  suggested: suggestionSchema.nullable(),
});
export type ReportPreview = z.infer<typeof reportPreviewSchema>;

/**
 * One act of this console: waiting for central, come back refused, before a supervisor, arrived, or arrived and standing in a conflict.
 * `again`: its author may send it again, corrected first (edit) or just so; null when it cannot be.
 */
export const outboxEntrySchema = z.object({
  act: z.string(),
  at: z.number(),
  state: z.enum(['waiting', 'rejected', 'held', 'sent', 'conflict']),
  words: messageRefSchema,
  number: z.string().nullable(),
  case: z.string().nullable(),
  /** Cases beside that one; left out where there is none. */
  more: z.int().optional(),
  again: z.enum(['edit', 'as-it-was']).nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export type OutboxEntry = z.infer<typeof outboxEntrySchema>;

/** Month-to-date results, from the local store. Shares 0–1, null while nothing can be counted. */
export const resultsSchema = z.object({
  sameDay: z.number().nullable(),
  paidWithinWeek: z.number().nullable(),
  since: z.number(),
});
export type ResultsView = z.infer<typeof resultsSchema>;
