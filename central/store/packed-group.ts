import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { type PackedMeta, STATE_MARKS } from '#shared/contract/packed-snapshot.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import { withoutPersons } from '#shared/sync/without-persons.ts';
import { amongJson } from './bulk-insert.ts';
import type { Database } from './database.ts';
import { type EventRow, eventJson, sealedMember, selectEvents, toEvent } from './event-rows.ts';
import { keyRing, openWith } from './open-events.ts';
import type { Receipts } from './receipt.ts';
import { keysById, type StoredKey } from './subject-keys.ts';
import type { Vault } from './vault.ts';

/** Some subjects as a new console takes them: what they are, their whole histories, and what opens those. */
export interface PackedGroup {
  meta: PackedMeta;
  /** Wrapped as they lie here. */
  keys: readonly StoredKey[];
  states: Buffer;
  history: Buffer;
}

const pack = promisify(gzip);
const LEVEL = { level: constants.Z_BEST_SPEED };

/** What packing needs. */
export interface PackTools {
  database: Database;
  vault: Vault;
  receipts: Receipts;
}

/** Packs these subjects as they were at `seq`. */
export async function packGroup(
  { database, vault, receipts }: PackTools,
  subjects: readonly string[],
  seq: number,
): Promise<PackedGroup> {
  const { reader, kind } = database;
  const rows: EventRow[] = await selectEvents(reader)
    .whereRaw(amongJson(kind, 'event.subject_id'), [JSON.stringify(subjects)])
    .where('event.seq', '<=', seq)
    .orderBy('event.seq');
  const keys = await keysById(reader, kind, [...new Set(rows.flatMap((row) => row.key_id ?? []))]);
  const events = rows.map(toEvent);
  openWith(keyRing(keys, vault), vault, events);
  const texts = rows.map((row) => eventJson(row, sealedMember(row), receipts));
  const [states, history] = await Promise.all([pack(statesOf(events), LEVEL), pack(`[${texts.join(',')}]`, LEVEL)]);
  const hash = createHash('sha256').update(states).update(history).digest('base64url');
  const newest = events.reduce((last, { at }) => (at > last ? at : last), '');
  return { meta: { events: events.length, newest, hash, loose: false }, keys, states, history };
}

/** A line for each folded state, as consoles keep it (S-24). */
function statesOf(events: readonly AnyEvent[]): string {
  const bySubject = new Map<string, AnyEvent[]>();
  for (const event of events) {
    const own = bySubject.get(event.subject.id);
    if (own) own.push(event);
    else bySubject.set(event.subject.id, [event]);
  }
  const lines: string[] = [];
  for (const own of bySubject.values()) {
    const kind = own[0]?.subject.kind;
    if (kind === 'case') {
      const state = foldCase(own);
      if (state) lines.push(STATE_MARKS.case + canonicalJson(withoutPersons(state)));
    } else {
      const state = kind === 'incident' ? foldIncident(own) : foldReport(own, false);
      const mark = kind === 'incident' ? STATE_MARKS.incident : STATE_MARKS.report;
      if (state) lines.push(mark + canonicalJson(state));
    }
  }
  return lines.join('\n');
}
