import type { Scope } from '#shared/domain/person-role.ts';
import type { Connection } from './database.ts';
import type { OutboxRow } from './outbox-rows.ts';
import { rawRows } from './raw-rows.ts';
import { scopeKey } from './scope-spans.ts';

/** Where a page of messages ends: the last of it. */
export interface NoticeCursor {
  created: number;
  id: string;
  channel: string;
}

export type NoticeState = OutboxRow['state'] | 'undelivered';

/** A message with its case as it stands now. */
export type NoticeRow = OutboxRow & { number: string | null; label: string | null; lead: string | null };

/** A page of messages about cases in sight, newest first. `undelivered`: failed, or tried in vain so far. */
export async function pageOfNotices(
  reader: Connection,
  { scope, state, before, limit }: { scope: Scope; state: NoticeState; before: NoticeCursor | null; limit: number },
): Promise<NoticeRow[]> {
  const query = reader('outbox')
    .join('case_row', 'case_row.id', 'outbox.case_id')
    .select('outbox.*', 'case_row.number as number', 'case_row.label as label', 'case_row.lead as lead')
    .orderBy([
      { column: 'outbox.created_at', order: 'desc' },
      { column: 'outbox.id', order: 'desc' },
      { column: 'outbox.channel', order: 'desc' },
    ])
    .limit(limit);
  if (state === 'undelivered') {
    query.where((open) => {
      open.where('outbox.state', 'failed');
      open.orWhere((tried) => void tried.where('outbox.state', 'waiting').whereNotNull('outbox.error'));
    });
  } else query.where('outbox.state', state);
  if (before !== null) {
    const { created, id, channel } = before;
    query.whereRaw('(outbox.created_at, outbox.id, outbox.channel) < (?, ?, ?)', [created, id, channel]);
  }
  const key = scopeKey(scope);
  if (key !== null) {
    query.whereExists((span) => {
      span.from('scope_span').whereRaw('scope_span.subject_id = outbox.case_id');
      span.where('scope_key', key).whereNull('left_seq');
    });
  }
  return query;
}

/** How many messages each channel has in each state, and of them undelivered. */
export async function countsOf(reader: Connection): Promise<{ channel: string; state: string; count: number }[]> {
  const rows = await rawRows<{ channel: string; state: string; count: number; vain: number }>(
    reader,
    `SELECT channel, state, COUNT(*) AS count, SUM(CASE WHEN state = 'failed' OR (state = 'waiting' AND error IS NOT NULL)
      THEN 1 ELSE 0 END) AS vain FROM outbox GROUP BY channel, state`,
    [],
  );
  const vain = new Map<string, number>();
  for (const row of rows) vain.set(row.channel, (vain.get(row.channel) ?? 0) + Number(row.vain));
  return [
    ...rows.map(({ channel, state, count }) => ({ channel, state, count: Number(count) })),
    ...[...vain].map(([channel, count]) => ({ channel, state: 'undelivered', count })),
  ];
}
