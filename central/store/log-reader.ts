import { isKnown, sealedSchema } from '#shared/contract/wire/event.ts';
import type { SubjectKey } from '#shared/contract/wire/sync.ts';
import type { Role, Scope } from '#shared/domain/person-role.ts';
import type { Connection, Database } from './database.ts';
import { type EventRow, eventJson, sealedMember, selectEvents, toEvent } from './event-rows.ts';
import { readHeadSeq } from './head-row.ts';
import { heldKeys } from './held-spans.ts';
import { keyRing, openWith } from './open-events.ts';
import { rawRows } from './raw-rows.ts';
import type { Receipts } from './receipt.ts';
import { scopeKey } from './scope-spans.ts';
import { keysById, type StoredKey, travelling } from './subject-keys.ts';
import type { Vault } from './vault.ts';

/** Whose eyes the log is read with. */
export interface Sight {
  scope: Scope;
  role: Role;
  person: string;
  /** False for walls: what names or may name a person is left out, `UNSEEN_ON_WALLS` altogether but of `person`. */
  withPrivate: boolean;
  /** Whether the console opens private parts itself; one of protocol 1 is given them in the clear. */
  opens: boolean;
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
  /** What opens the sealed parts among them. */
  keys: SubjectKey[];
  next: number;
  head: number;
}

export interface LogReader {
  page(after: number, limit: number): Promise<LogPage>;
  /** Whole histories of the held acts in sight, as JSON texts, and the keys to what they carry. */
  held(): Promise<Pick<LogPage, 'events' | 'keys'>>;
  countUpTo(seq: number): Promise<number>;
  /**
   * Every event in sight up to `seq`, in order, a page at a time, keys before what they open; read only as fast as it
   * is taken.
   */
  allUpTo(seq: number): AsyncGenerator<string[]>;
  /** Those of them that are of no case, incident or report, and the keys to them. */
  looseUpTo(seq: number): Promise<{ events: string[]; keys: readonly StoredKey[] }>;
}

const SNAPSHOT_PAGE = 1_000;
/** Subjects that lie in a scope; all others but held acts (people, what this version does not know) are for everyone. */
export const SCOPED = ['incident', 'case', 'report'];

/** Of persons even in their public part: names of staff, and facts and free words about a victim or their kin. */
const UNSEEN_ON_WALLS = [
  'user.described',
  'case.victim-described',
  'case.kin-described',
  'case.kin-placed',
  'case.employer-placed',
  'case.payee-named',
];

/** A held act carries the events of others, each sealed under a key of its own subject. */
function heldKeyIds(row: EventRow): string[] {
  if (!row.body.includes('"type":"act.held"')) return [];
  const event = toEvent(row);
  if (!isKnown(event) || event.type !== 'act.held') return [];
  return event.payload.events.flatMap(({ sealed }) => sealedSchema.safeParse(sealed).data?.key ?? []);
}

/** Reads the log for one person. */
export function openLogReader(database: Database, vault: Vault, sight: Sight): LogReader {
  const { reader } = database;
  const key = scopeKey(sight.scope);
  const scopes = [...(key === null ? [] : [key]), ...heldKeys(sight)];

  /** The keys to these rows. */
  async function keysTo(rows: readonly EventRow[]): Promise<StoredKey[]> {
    if (!sight.withPrivate) return [];
    const named = new Set(rows.flatMap((row) => [row.key_id ?? [], heldKeyIds(row)].flat()));
    return keysById(reader, database.kind, [...named]);
  }

  /** Rows as JSON texts, private parts as the asker may have them. */
  function texts(rows: readonly EventRow[], keys: readonly StoredKey[]): string[] {
    if (!sight.withPrivate) return rows.map((row) => eventJson(row, '', sight.receipts));
    if (sight.opens) return rows.map((row) => eventJson(row, sealedMember(row), sight.receipts));
    const ring = keyRing(keys, vault);
    return rows.map((row) => {
      if (row.key_id === null) return eventJson(row, '', sight.receipts);
      const event = toEvent(row);
      openWith(ring, vault, [event]);
      const clear = event.private === undefined ? '' : `,"private":${JSON.stringify(event.private)}`;
      return eventJson(row, clear, sight.receipts);
    });
  }

  // S-31: what its own rights are a wall is told, too.
  const visible = (query: ReturnType<Connection>) =>
    sight.withPrivate
      ? query
      : query.where((seen) => {
          seen.whereNotIn('event.type', UNSEEN_ON_WALLS).orWhere('event.subject_id', sight.person);
        });

  /** Events in sight at the moment `at`; with `since`, only of subjects that were in sight since then. */
  function inSight(query: ReturnType<Connection>, at: number, since: number = at) {
    const open = key === null ? ['act'] : [...SCOPED, 'act'];
    return visible(query).where((either) => {
      either.whereNotIn('event.subject_kind', open).orWhereExists((span) => {
        span
          .from('scope_span')
          .whereRaw('scope_span.subject_id = event.subject_id')
          .whereIn('scope_key', scopes)
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

  interface Moved {
    entered: { subject: Subject; rows: EventRow[] }[];
    left: Subject[];
  }

  async function moved(after: number, to: number): Promise<Moved> {
    if (to <= after) return { entered: [], left: [] };
    type Row = { subject_kind: string; subject_id: string };
    const between = (column: 'entered_seq' | 'left_seq', also = '', at: readonly number[] = []) =>
      rawRows<Row>(
        reader,
        `SELECT DISTINCT subject_kind, subject_id FROM scope_span
         WHERE scope_key IN (${scopes.map(() => '?').join(', ')}) AND ${column} > ? AND ${column} <= ? ${also}`,
        [...scopes, after, to, ...at],
      );
    const came = await between('entered_seq', 'AND (left_seq IS NULL OR left_seq > ?)', [to]);
    const went = await between('left_seq');
    // What this console itself sent of subjects that are not, or not any more, its own to keep.
    const own: Row[] = key === null ? [] : await ownBeyondSight(key, after, to);
    const still = new Set(came.map((row) => row.subject_id));
    const entered: Moved['entered'] = [];
    for (const row of came) {
      const rows: EventRow[] = await visible(selectEvents(reader))
        .where('event.subject_id', row.subject_id)
        .where('event.seq', '<=', to)
        .orderBy('event.seq');
      entered.push({ subject: { kind: row.subject_kind, id: row.subject_id }, rows });
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
      const { entered, left } = await moved(after, next);
      const keys = await keysTo([...rows, ...entered.flatMap((one) => one.rows)]);
      return {
        events: texts(rows, keys),
        entered: entered.map(({ subject, rows: own }) => ({ subject, events: texts(own, keys) })),
        left,
        keys: sight.opens ? travelling(keys, vault) : [],
        next: Math.max(next, Math.min(after, head)),
        head,
      };
    },
    async held() {
      const head = await readHeadSeq(reader);
      const rows: EventRow[] = await inSight(selectEvents(reader), head)
        .where('event.subject_kind', 'act')
        .orderBy('event.seq');
      const keys = await keysTo(rows);
      return { events: texts(rows, keys), keys: sight.opens ? travelling(keys, vault) : [] };
    },
    async countUpTo(seq) {
      const row = await inSight(reader('event'), seq).where('event.seq', '<=', seq).count({ count: '*' }).first();
      return Number((row as { count?: number } | undefined)?.count ?? 0);
    },
    async looseUpTo(seq) {
      const rows: EventRow[] = await inSight(selectEvents(reader), seq)
        .where('event.seq', '<=', seq)
        .whereNotIn('event.subject_kind', SCOPED)
        .orderBy('event.seq');
      const keys = await keysTo(rows);
      return { events: texts(rows, keys), keys };
    },
    async *allUpTo(seq) {
      const sent = new Set<string>();
      for (let after = 0; after < seq; ) {
        const rows: EventRow[] = await inSight(selectEvents(reader), seq)
          .where('event.seq', '>', after)
          .where('event.seq', '<=', seq)
          .orderBy('event.seq')
          .limit(SNAPSHOT_PAGE);
        if (rows.length === 0) return;
        const keys = await keysTo(rows);
        const news = sight.opens ? keys.filter(({ id }) => !sent.has(id)) : [];
        for (const { id } of news) sent.add(id);
        yield [...travelling(news, vault).map((one) => JSON.stringify(one)), ...texts(rows, keys)];
        after = rows.at(-1)?.seq ?? seq;
      }
    },
  };
}
