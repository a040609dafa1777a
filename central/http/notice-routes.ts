import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { type NoticeCursor, type NoticeRow, pageOfNotices } from '#central/store/notice-queries.ts';
import { CHANNEL_NAMES, MESSAGE_STATES } from '#central/store/outbox-rows.ts';
import { ROTA_LEVELS } from '#shared/contract/wire/rule-values.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { personOf } from './who-asks.ts';

const level = z.enum(ROTA_LEVELS);
const noticeSchema = z.object({
  id: z.string(),
  channel: z.enum(CHANNEL_NAMES),
  about: z.enum(['call', 'withdrawal']),
  why: z.enum(['gone', 'moved', 'done']).nullable(),
  case: z.object({ id: z.string(), number: z.string().nullable(), label: z.string().nullable() }),
  branch: z.string().nullable(),
  clock: z.string(),
  percent: z.int(),
  due: z.string(),
  level,
  called: level.nullable(),
  passed: z.array(level),
  state: z.enum(MESSAGE_STATES),
  at: z.string(),
  sentAt: z.string().nullable(),
  late: z.boolean(),
  attempts: z.int(),
  error: z.string().nullable(),
  nextTry: z.string().nullable(),
});
const noticeQuery = z.strictObject({
  state: z.enum([...MESSAGE_STATES, 'undelivered']).default('undelivered'),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Messages to people on duty, above all those that did not arrive. */
export function noticeRoutes(app: App, parts: Parts): void {
  app.get(
    '/v1/notices',
    {
      schema: {
        tags: ['read'],
        summary: 'Messages to people on duty',
        description:
          'Supervisors only, about cases in their sight, newest first; `undelivered` (failed, or tried in vain so far) when `state` is left out. Names nobody. Paged by `after`, the `next` of the page before.',
        querystring: noticeQuery,
        response: { 200: z.object({ items: z.array(noticeSchema), next: z.string().nullable() }), ...problemReplies },
      },
    },
    async (request) => {
      const { scope } = await personOf(request, parts, ['supervisor']);
      const { state, after, limit } = request.query;
      const before = after === undefined ? null : readCursor(after);
      const rows = await pageOfNotices(parts.database.reader, { scope, state, before, limit: limit + 1 });
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items: items.map(viewOf), next: last === undefined ? null : cursorOf(last) };
    },
  );
}

function cursorOf({ created_at, id, channel }: NoticeRow): string {
  return Buffer.from(JSON.stringify([created_at, id, channel])).toString('base64url');
}

function readCursor(text: string): NoticeCursor {
  const schema = z.tuple([z.number(), z.string(), z.string()]);
  try {
    const [created, id, channel] = schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { created, id, channel };
  } catch {
    throw new Problem(400, 'bad-request', 'Give as after the next of the page before', 'after');
  }
}

function viewOf(row: NoticeRow): z.infer<typeof noticeSchema> {
  const { id, channel, about, why, level: first, called, percent, state, attempts, error } = row;
  return {
    id,
    channel,
    about,
    why,
    case: { id: row.case_id, number: row.number, label: row.label },
    branch: row.lead,
    clock: row.clock_key,
    percent,
    due: isoMalaysia(row.due),
    level: first,
    called,
    passed: row.passed === '' ? [] : (row.passed.split(',') as (typeof first)[]),
    state,
    at: isoMalaysia(row.at),
    sentAt: row.sent_at === null ? null : isoMalaysia(row.sent_at),
    late: row.late !== 0,
    attempts,
    error,
    nextTry: state === 'waiting' ? isoMalaysia(row.send_after) : null,
  };
}
