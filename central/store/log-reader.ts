import type { Role, Scope } from '#shared/domain/person-role.ts';
import type { Connection, Database } from './database.ts';
import { type EventRow, eventJson, selectEvents } from './event-rows.ts';
import { readHeadSeq } from './head-row.ts';
import { heldKeys } from './held-spans.ts';
import type { Receipts } from './receipt.ts';
import { scopeKey } from './scope-spans.ts';

/** Whose eyes the log is read with. */
export interface Sight {
  scope: Scope;
  role: Role;
  /** False for walls: what names or may name a person is left out, `UNSEEN_ON_WALLS` altogether. */
  withPrivate: boolean;
  /** The console that asks: what it wrote itself may lie out of its sight. */
  device: string;
  /** Null for a console that knows none. */
  receipts: Receipts | null;
}

interface Subject {
  kind: string;
  id: string;
}

/** One page of the log; events are JSON texts. */
export interface LogPage {
  events: string[];
  entered: { subject: Subject; events: string[] }[];
  left: Subject[];
  next: number;
  head: number;
}

export interface LogReader {
  page(after: number, limit: number): Promise<LogPage>;
  countUpTo(seq: number): Promise<number>;
  /** Every event in sight up to `seq`, in order, a page at a time; read only as fast as it is taken. */
  allUpTo(seq: number): AsyncGenerator<string[]>;
}

const SNAPSHOT_PAGE = 1_000;
/** Subjects that lie in a scope; all others but held acts (people, what this version does not know) are for everyone. */
const SCOPED = ['incident', 'case', 'report'];

/** Of persons even in their public part: names of staff, and facts and free words about a victim or their kin. */
const UNSEEN_ON_WALLS = ['user.described', 'case.victim-described', 'case.kin-described'];

/** Reads the log for one person. */
export function openLogReader(database: Database, sight: Sight): LogReader {
  const { reader } = database;
  const key = scopeKey(sight.scope);
  const keys = [...(key === null ? [] : [key]), ...heldKeys(sight)];
  const json = (row: EventRow) => eventJson(row, sight.withPrivate, sight.receipts);

  const visible = (query: ReturnType<Connection>) =>
    sight.withPrivate ? query : query.whereNotIn('event.type', UNSEEN_ON_WALLS);

  /** Events in sight at the moment `at`; with `since`, only of subjects that were in sight since then. */
  function inSight(query: ReturnType<Connection>, at: number, since: number = at) {
    const open = key === null ? ['act'] : [...SCOPED, 'act'];
    return visible(query).where((either) => {
      either.whereNotIn('event.subject_kind', open).orWhereExists((span) => {
        span
          .from('scope_span')
          .whereRaw('scope_span.subject_id = event.subject_id')
          .whereIn('scope_key', keys)
          .where('entered_seq', '<=', since)
          .where((open) => void open.whereNull('left_seq').orWhere('left_seq', '>', at));
      });
    });
  }

  async function ownBeyondSight(scope: string, after: number, to: number) {
    return reader('event')
      .where('device', sight.device)
      .where('seq', '>', after)
      .where('seq', '<=', to)
      .whereIn('subject_kind', SCOPED)
      .whereNotExists((span) => {
        span
          .from('scope_span')
          .whereRaw('scope_span.subject_id = event.subject_id')
          .where('scope_key', scope)
          .where('entered_seq', '<=', to)
          .where((open) => void open.whereNull('left_seq').orWhere('left_seq', '>', to));
      })
      .distinct('subject_kind', 'subject_id');
  }

  async function moved(after: number, to: number): Promise<Pick<LogPage, 'entered' | 'left'>> {
    const between = (column: string) =>
      reader('scope_span').whereIn('scope_key', keys).where(column, '>', after).where(column, '<=', to);
    type Row = { subject_kind: string; subject_id: string };
    const came: Row[] = await between('entered_seq')
      .where((open) => void open.whereNull('left_seq').orWhere('left_seq', '>', to))
      .distinct('subject_kind', 'subject_id');
    const went: Row[] = await between('left_seq').distinct('subject_kind', 'subject_id');
    // What this console itself sent of subjects that are not, or not any more, its own to keep.
    const own: Row[] = key === null ? [] : await ownBeyondSight(key, after, to);
    const still = new Set(came.map((row) => row.subject_id));
    const entered: LogPage['entered'] = [];
    for (const row of came) {
      const rows: EventRow[] = await visible(selectEvents(reader))
        .where('event.subject_id', row.subject_id)
        .where('event.seq', '<=', to)
        .orderBy('event.seq');
      entered.push({ subject: { kind: row.subject_kind, id: row.subject_id }, events: rows.map(json) });
    }
    const gone = [...went.filter((row) => !still.has(row.subject_id)), ...own];
    const left = new Map(gone.map((row) => [row.subject_id, { kind: row.subject_kind, id: row.subject_id }]));
    return { entered, left: [...left.values()] };
  }

  return {
    async page(after, limit) {
      const head = await readHeadSeq(reader);
      const next = Math.min(head, after + limit);
      const rows: EventRow[] =
        next <= after
          ? []
          : await inSight(selectEvents(reader), next, after)
              .where('event.seq', '>', after)
              .where('event.seq', '<=', next)
              .orderBy('event.seq');
      return {
        events: rows.map(json),
        ...(await moved(after, next)),
        next: Math.max(next, Math.min(after, head)),
        head,
      };
    },
    async countUpTo(seq) {
      const row = await inSight(reader('event'), seq).where('event.seq', '<=', seq).count({ count: '*' }).first();
      return Number((row as { count?: number } | undefined)?.count ?? 0);
    },
    async *allUpTo(seq) {
      for (let after = 0; after < seq; ) {
        const rows: EventRow[] = await inSight(selectEvents(reader), seq)
          .where('event.seq', '>', after)
          .where('event.seq', '<=', seq)
          .orderBy('event.seq')
          .limit(SNAPSHOT_PAGE);
        if (rows.length === 0) return;
        yield rows.map(json);
        after = rows.at(-1)?.seq ?? seq;
      }
    },
  };
}
