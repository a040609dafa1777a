import { z } from 'zod';
import { actSchema, commandSchema, committedSchema } from './acts.ts';
import { ALARM_CALLS } from './alarm-calls.ts';
import { deviceViewSchema } from './api/devices.ts';
import { LOAD_CALLS } from './load-calls.ts';
import { arrangementSchema } from './view/arrangement.ts';
import {
  calendarChangeSchema,
  calendarPreviewSchema,
  calendarViewSchema,
  readHolidaysSchema,
} from './view/calendar.ts';
import { caseDetailSchema } from './view/case-detail.ts';
import {
  candidateSchema,
  demoPersonSchema,
  linkStatusSchema,
  outboxEntrySchema,
  reportPreviewSchema,
  resultsSchema,
  sessionSchema,
  wayBackSchema,
} from './view/desk.ts';
import { heldActSchema } from './view/held-act.ts';
import { NOTICE_LISTS, noticesViewSchema, phoneListSchema } from './view/notices.ts';
import { rowsMessageSchema } from './view/queue-row.ts';
import { nightViewSchema, rotaViewSchema } from './view/rota.ts';
import { clockMoveSchema, policyPreviewSchema, policyViewSchema } from './view/rules.ts';
import { searchAnswerSchema } from './view/search.ts';
import { tileSourceSchema } from './view/tiles.ts';
import { wallPictureSchema } from './view/wall.ts';
import { policyRowSchema } from './wire/rule-values.ts';
import { branchCodeSchema, idSchema, isoSchema, messageRefSchema, placeSchema, scopeSchema } from './wire/values.ts';

/** Which windows may make a call. */
export type WindowRole = 'desk' | 'wall';

interface CallShape {
  kind: 'query' | 'command' | 'stream';
  roles: readonly WindowRole[];
  input: z.ZodType;
  output: z.ZodType;
}

const nothing = z.strictObject({});
const desk = ['desk'] as const;

/**
 * Every call between a window and the engine. The bridge, the router, the window's caller and the tests are made from
 * it: a new call is one line here and one handler in the engine.
 */
export const CALLS = {
  'session.get': { kind: 'query', roles: ['desk', 'wall'], input: nothing, output: sessionSchema },
  'session.set': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      lang: z.enum(['ms', 'en']).optional(),
      theme: z.enum(['dark', 'light', 'hc']).optional(),
      /** Admins alone. */
      tiles: tileSourceSchema.nullable().optional(),
      toured: z.literal(true).optional(),
      /** Of who sits here; while nobody does nothing is kept. */
      arrangement: arrangementSchema.optional(),
      /** Whether the desktop is told of alarms while nobody looks at the window. */
      notify: z.boolean().optional(),
    }),
    output: sessionSchema,
  },
  /** Tells again whenever who sits here, or how they like it, changed. */
  'session.watch': { kind: 'stream', roles: desk, input: nothing, output: sessionSchema },
  /** Signs a person in at central. Fails with `wrong-password`, `too-many` or `offline`. */
  'session.sign-in': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ username: z.string().trim().min(1).max(80), password: z.string().min(1).max(200) }),
    output: sessionSchema,
  },
  /** Forgets who sat here. What waits for central stays and is sent by whoever signs in next. */
  'session.sign-out': { kind: 'command', roles: desk, input: nothing, output: sessionSchema },
  /** The embedded demo central's sample people; none anywhere else. */
  'session.demo-people': { kind: 'query', roles: desk, input: nothing, output: z.array(demoPersonSchema) },
  /** Signs one of them in; the password never comes to the window. Fails with `not-found` where there are none. */
  'session.sit-as': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ username: z.string().trim().min(1).max(80) }),
    output: sessionSchema,
  },
  'rows.watch': { kind: 'stream', roles: desk, input: nothing, output: rowsMessageSchema },
  'link.watch': { kind: 'stream', roles: desk, input: nothing, output: linkStatusSchema },
  'results.get': { kind: 'query', roles: desk, input: nothing, output: resultsSchema },
  'case.get': { kind: 'query', roles: desk, input: z.strictObject({ case: idSchema }), output: caseDetailSchema },
  'case.watch': { kind: 'stream', roles: desk, input: z.strictObject({ case: idSchema }), output: caseDetailSchema },
  'candidates.get': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ cases: z.array(idSchema).min(1).max(500), branch: z.string().optional() }),
    output: z.array(candidateSchema),
  },
  'act.commit': { kind: 'command', roles: desk, input: commandSchema, output: committedSchema },
  /** How an act of this case's history could be taken back at this moment. */
  'act.way-back': { kind: 'query', roles: desk, input: z.strictObject({ act: idSchema }), output: wayBackSchema },
  'report.preview': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ text: z.string().max(20_000), place: placeSchema.optional() }),
    output: reportPreviewSchema,
  },
  'place.find': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ query: z.string().max(200) }),
    output: z.array(placeSchema).max(20),
  },
  /** Cases by words of theirs, of their people, places, reports and notes; forgives slips. Nothing of it is kept on disk. */
  'search.find': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ words: z.string().max(200), limit: z.int().min(1).max(500) }),
    output: searchAnswerSchema,
  },
  'outbox.list': { kind: 'query', roles: desk, input: nothing, output: z.array(outboxEntrySchema) },
  /** The last acts of this console that central accepted, newest first. */
  'outbox.sent': { kind: 'query', roles: desk, input: nothing, output: z.array(outboxEntrySchema) },
  /** What a refused act said, for its author to correct; a command with `replaces` sends it again. */
  'outbox.again': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ act: idSchema }),
    output: z.object({ act: actSchema, happenedAt: isoSchema }),
  },
  /** Takes a refused act out of the outbox, with a reason; the record stays in the log. */
  'outbox.withdraw': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ act: idSchema, reason: z.string().trim().min(1).max(2_000) }),
    output: z.array(outboxEntrySchema),
  },
  /** Acts that wait for the word of the supervisor who sits here, the longest held first; none for anybody else. */
  'held.list': { kind: 'query', roles: desk, input: nothing, output: z.array(heldActSchema) },
  /** Puts back what who sits here decided on a held act, within ten seconds. */
  'held.put-back': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ held: idSchema }),
    output: z.array(heldActSchema),
  },
  /** Every version of every promise, by key, the newest first. */
  'rules.policies': { kind: 'query', roles: desk, input: nothing, output: z.array(policyViewSchema) },
  /** What a version that is not set yet would do to the clocks that run now. */
  'rules.preview': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ policy: policyRowSchema }),
    output: policyPreviewSchema,
  },
  /** The other versions a running clock could go over to, and what each would do to it. */
  'rules.moves': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ case: idSchema, clock: z.string().min(1).max(120) }),
    output: z.array(clockMoveSchema),
  },
  /** The days of a state, by its code, or of one of its offices. */
  'rules.calendar': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({
      state: z.string().regex(/^[A-Z]{3}$/),
      branch: branchCodeSchema.nullable(),
      year: z.int().min(2000).max(2100),
    }),
    output: calendarViewSchema,
  },
  /** What lines of the calendars that are not set yet would do to the clocks that run now. */
  'rules.preview-calendar': {
    kind: 'query',
    roles: desk,
    input: calendarChangeSchema,
    output: calendarPreviewSchema,
  },
  /** Reads a file of holidays beside what stands; nothing is set. `states`: whose days they are where it does not say. */
  'rules.read-holidays': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({
      text: z.string().max(2_000_000),
      states: z.array(z.string().regex(/^[A-Z]{3}$/)).max(16),
      source: z.string().trim().min(1).max(400),
    }),
    output: readHolidaysSchema,
  },
  /** Who is on duty in an area over the week that holds a moment (ms since 1970), and when nobody is. */
  'rules.rota': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ area: scopeSchema, at: z.number() }),
    output: rotaViewSchema,
  },
  /** Offices in sight without a squad on duty in the coming night. */
  'rules.night': { kind: 'query', roles: desk, input: nothing, output: nightViewSchema },
  /** Messages of central to whoever is on duty. Supervisors; fails with `offline` without central. */
  'rules.notices': {
    kind: 'query',
    roles: desk,
    input: z.strictObject({ list: z.enum(NOTICE_LISTS), after: z.string().max(400).optional() }),
    output: noticesViewSchema,
  },
  /** Whom to phone about each late case, by this console's own rota. */
  'rules.phone-list': { kind: 'query', roles: desk, input: nothing, output: phoneListSchema },
  /** Every console that was ever enrolled; central answers admins only. */
  'devices.list': { kind: 'query', roles: desk, input: nothing, output: z.array(deviceViewSchema) },
  /** Withdraws a console for good. */
  'devices.revoke': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ device: idSchema, reason: z.string().trim().min(1).max(2_000) }),
    output: z.array(deviceViewSchema),
  },
  ...ALARM_CALLS,
  ...LOAD_CALLS,
  'wall.watch': { kind: 'stream', roles: ['wall', 'desk'], input: nothing, output: wallPictureSchema },
} as const satisfies Record<string, CallShape>;

export type CallName = keyof typeof CALLS;
export type InputOf<N extends CallName> = z.input<(typeof CALLS)[N]['input']>;
export type OutputOf<N extends CallName> = z.output<(typeof CALLS)[N]['output']>;
export type NamesOf<K extends CallShape['kind']> = {
  [N in CallName]: (typeof CALLS)[N]['kind'] extends K ? N : never;
}[CallName];

/** Why a call failed: a code, words, and the member of the input at fault if one is. */
export const failureSchema = z.object({ code: z.string(), message: messageRefSchema, field: z.string().optional() });
export type Failure = z.infer<typeof failureSchema>;

/** The calls a window of this role may make. */
export function callsFor(role: WindowRole): CallName[] {
  return (Object.keys(CALLS) as CallName[]).filter((name) =>
    (CALLS[name].roles as readonly WindowRole[]).includes(role),
  );
}
