import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import { amongJson } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { rawRows } from './raw-rows.ts';

export const MESSAGE_STATES = ['waiting', 'sent', 'failed', 'withdrawn'] as const;
export const CHANNEL_NAMES = ['mail', 'webhook'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

/** A message as it lies in the outbox; moments in ms since 1970. */
export interface OutboxRow {
  /** Identity of the call, and of the words that withdraw it. */
  id: string;
  channel: ChannelName;
  about: 'call' | 'withdrawal';
  /** Of a withdrawal: what took the call back. */
  why: 'gone' | 'moved' | 'done' | null;
  case_id: string;
  clock: string;
  clock_key: string;
  level: RotaLevel;
  percent: number;
  /** When it was to be told. */
  at: number;
  due: number;
  state: (typeof MESSAGE_STATES)[number];
  created_at: number;
  send_after: number;
  /** How often somebody set out to send it: one more than was recorded when a process died under way. */
  attempts: number;
  leased_until: number;
  sent_at: number | null;
  late: number;
  error: string | null;
  /** Duty that was called, by its subject, its level, and the levels passed before, comma between. */
  duty: string | null;
  called: RotaLevel | null;
  passed: string;
}

/** A message as it is put in. */
export type NewMessage = Pick<
  OutboxRow,
  'id' | 'channel' | 'about' | 'why' | 'case_id' | 'clock' | 'clock_key' | 'level' | 'percent' | 'at' | 'due' | 'duty'
> & { created_at: number; send_after: number };

/**
 * Puts messages in; one that is there already stays as it is. A call taken back by an act that was itself undone is made
 * again as long as no words went out about it; after those it stays taken back.
 */
export async function addMessages(tx: Connection, messages: readonly NewMessage[]): Promise<void> {
  for (const message of messages) {
    const { id, channel, send_after } = message;
    const added = await rawRows(
      tx,
      `INSERT INTO outbox (${Object.keys(message).join(', ')}, state, attempts, leased_until, late, passed)
        VALUES (${Object.keys(message)
          .map(() => '?')
          .join(', ')}, 'waiting', 0, 0, 0, '')
        ON CONFLICT (id, channel) DO NOTHING RETURNING id`,
      Object.values(message),
    );
    if (added.length > 0) continue;
    const back = tx('outbox').where({ id, channel, state: 'withdrawn' });
    await back.clone().whereNull('sent_at').where({ attempts: 0 }).update({ state: 'waiting', send_after });
    const words = { id: `${id}|withdrawn`, channel, state: 'waiting', attempts: 0 };
    if ((await tx('outbox').where(words).delete()) > 0) await back.update({ state: 'sent' });
  }
}

/** Calls about these cases that were not withdrawn. */
export async function callsAbout(database: Database, cases: readonly string[]): Promise<OutboxRow[]> {
  return database
    .reader('outbox')
    .where({ about: 'call' })
    .whereNot({ state: 'withdrawn' })
    .whereRaw(amongJson(database.kind, 'case_id'), [JSON.stringify(cases)]);
}

/** Takes a call back. @returns whether somebody may have been told, so that words must follow it */
export async function withdrawCall(tx: Connection, { id, channel }: OutboxRow): Promise<boolean> {
  const where = { id, channel };
  const untold = await tx('outbox')
    .where({ ...where, state: 'waiting', attempts: 0 })
    .update({ state: 'withdrawn' });
  if (untold > 0) return false;
  const failed = await tx('outbox')
    .where({ ...where, state: 'failed' })
    .update({ state: 'withdrawn' });
  if (failed > 0) return false;
  return (await tx('outbox').where(where).whereNot({ state: 'withdrawn' }).update({ state: 'withdrawn' })) > 0;
}

/** Takes messages of a channel to send until `until`: no other process has them meanwhile. */
export async function leaseMessages(
  { writer, kind }: Database,
  channel: ChannelName,
  now: number,
  until: number,
  most: number,
): Promise<OutboxRow[]> {
  const skip = kind === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
  return writer.transaction((tx) =>
    rawRows<OutboxRow>(
      tx,
      `UPDATE outbox SET leased_until = ?, attempts = attempts + 1 WHERE (id, channel) IN (
        SELECT id, channel FROM outbox WHERE state = 'waiting' AND channel = ? AND send_after <= ? AND leased_until <= ?
        ORDER BY send_after, id LIMIT ? ${skip}) RETURNING *`,
      [until, channel, now, now, most],
    ),
  );
}

/** How sending a message ended. */
export type Outcome = Partial<
  Pick<OutboxRow, 'state' | 'sent_at' | 'late' | 'error' | 'duty' | 'called' | 'passed' | 'send_after'>
>;

/** Records how a message went and gives it free; one withdrawn meanwhile stays withdrawn. */
export async function recordOutcome(tx: Connection, { id, channel }: OutboxRow, outcome: Outcome): Promise<void> {
  const { state, ...rest } = outcome;
  await tx('outbox')
    .where({ id, channel })
    .update({ ...rest, leased_until: 0 });
  if (state !== undefined) await tx('outbox').where({ id, channel, state: 'waiting' }).update({ state });
}

/**
 * Brings moments back that no clock sets so far ahead: one that ran ahead for a while had set them. What it took for
 * reached waits for its moment.
 * @param longest no message waits longer than this, ms @param lease nobody has one to itself for longer, ms
 */
export async function mendMoments(tx: Connection, now: number, longest: number, lease: number): Promise<void> {
  const waiting = () => tx('outbox').where({ state: 'waiting' });
  await waiting()
    .where('send_after', '>', now + longest)
    .update({ send_after: now });
  await waiting()
    .where('at', '>', now)
    .update({ send_after: tx.ref('at') });
  await waiting()
    .where('leased_until', '>', now + lease)
    .update({ leased_until: now + lease });
}

/** Gives up what waits for a channel that is none of these. */
export async function failOthers(tx: Connection, channels: readonly ChannelName[]): Promise<void> {
  const others = tx('outbox')
    .where({ state: 'waiting' })
    .whereNotIn('channel', [...channels]);
  await others.update({ state: 'failed', error: 'no-channel' });
}

/** Has messages that found nobody on duty tried again from `at` (ms since 1970) on. @param cases all where left out */
export async function tryNobodyAgain(
  tx: Connection,
  kind: Database['kind'],
  at: number,
  cases?: readonly string[],
): Promise<void> {
  const rows = tx('outbox').where({ state: 'waiting', error: 'nobody' }).where('send_after', '>', at);
  if (cases !== undefined) rows.whereRaw(amongJson(kind, 'case_id'), [JSON.stringify(cases)]);
  await rows.update({ send_after: at });
}

/** When the next message of these channels may be sent, ms since 1970; null when none waits. */
export async function nextSendAt(reader: Connection, channels: readonly ChannelName[]): Promise<number | null> {
  if (channels.length === 0) return null;
  const [row] = await rawRows<{ at: number | null }>(
    reader,
    `SELECT MIN(CASE WHEN leased_until > send_after THEN leased_until ELSE send_after END) AS at
      FROM outbox WHERE state = 'waiting' AND channel IN (${channels.map(() => '?').join(', ')})`,
    [...channels],
  );
  return row?.at ?? null;
}
