import type { Connection } from './database.ts';
import { SCOPED } from './log-reader.ts';
import { type PackedGroup, type PackTools, packGroup } from './packed-group.ts';

/** The log up to a seq, as groups packed when asked for. */
export interface PackedLog {
  seq: number;
  groups: readonly (() => Promise<PackedGroup>)[];
}

/** Keeps what was packed, for the next console that starts. */
export interface PackedLogs {
  /** Every case, incident and report as of `seq`, or of a later one that was asked for meanwhile. */
  upTo(seq: number): Promise<PackedLog>;
}

interface Kept {
  subjects: string[];
  /** As of the last look; null when something happened since. */
  packed: Promise<PackedGroup> | null;
  /** Bytes that are kept of it. */
  bytes: number;
}

/** Subjects of a group: a few hundred incidents with their reports and cases. */
const GROUP = 750;

/** Bytes kept packed at most; what is beyond is packed anew each time. */
const MOST_BYTES = 96 * 1024 * 1024;

/** Makes the packed logs of one central. Nothing is packed before somebody asks. */
export function createPackedLogs(tools: PackTools): PackedLogs {
  const { reader } = tools.database;
  let seq = 0;
  let groups: Kept[] = [];
  let groupOf = new Map<string, Kept>();
  let bytes = 0;
  let looking: Promise<unknown> = Promise.resolve();

  const forget = (one: Kept) => {
    bytes -= one.bytes;
    one.bytes = 0;
    one.packed = null;
  };

  /** Takes note of what happened up to `to`: groups of changed subjects are to be packed anew, new ones are added. */
  async function look(to: number): Promise<void> {
    if (to <= seq) return;
    const changed = await changedBetween(reader, seq, to);
    if (await anyErased(reader, seq, to)) {
      // Their keys may belong to any group.
      for (const one of groups) forget(one);
    }
    for (const id of changed) {
      const own = groupOf.get(id);
      if (own !== undefined) {
        forget(own);
        continue;
      }
      let last = groups.at(-1);
      if (last === undefined || last.subjects.length >= GROUP) {
        last = { subjects: [], packed: null, bytes: 0 };
        groups.push(last);
      }
      forget(last);
      last.subjects.push(id);
      groupOf.set(id, last);
    }
    seq = to;
  }

  /** The group as of `at`, kept where nothing happened to it and there is room. */
  function packed(one: Kept, subjects: readonly string[], at: number): Promise<PackedGroup> {
    // Somebody looked further meanwhile: what is kept now may be of later.
    if (at !== seq) return packGroup(tools, subjects, at);
    if (one.packed !== null) return one.packed;
    const making = packGroup(tools, subjects, at);
    if (bytes >= MOST_BYTES) return making;
    one.packed = making;
    making.then(
      ({ states, history, keys }) => {
        if (one.packed !== making) return;
        one.bytes = states.length + history.length + keys.length * 250;
        bytes += one.bytes;
      },
      () => {
        if (one.packed === making) one.packed = null;
      },
    );
    return making;
  }

  return {
    upTo(to) {
      const mine = looking.then(async (): Promise<PackedLog> => {
        try {
          await look(to);
        } catch (error) {
          // Half a look is none.
          for (const one of groups) forget(one);
          [seq, groups, groupOf] = [0, [], new Map()];
          throw error;
        }
        const at = seq;
        return {
          seq: at,
          groups: groups.map((one) => {
            const { packed: now } = one;
            const subjects = [...one.subjects];
            return () => now ?? packed(one, subjects, at);
          }),
        };
      });
      looking = mine.catch(() => {});
      return mine;
    },
  };
}

async function changedBetween(reader: Connection, after: number, to: number): Promise<string[]> {
  const rows = await reader('event')
    .select<{ id: string }[]>('subject_id as id', reader.raw('MIN(seq) AS first'))
    .where('seq', '>', after)
    .where('seq', '<=', to)
    .whereIn('subject_kind', SCOPED)
    .groupBy('subject_id')
    .orderBy('first');
  return rows.map(({ id }) => id);
}

async function anyErased(reader: Connection, after: number, to: number): Promise<boolean> {
  const found: unknown = await reader('event')
    .where('seq', '>', after)
    .where('seq', '<=', to)
    .where('type', 'case.erased')
    .first('seq');
  return found !== undefined;
}
