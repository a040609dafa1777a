import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import type { AnyEvent, EventDraft } from '#shared/contract/wire/event.ts';
import { NOON, sampleEvent, sampleId } from '#shared/sync/sample-events.ts';
import { insertEvents } from './event-rows.ts';
import { loadRows } from './folded-rows.ts';
import { openStore, type Store } from './open-store.ts';
import { rebuild } from './rebuild.ts';
import { refold } from './refold.ts';

let folder: string;
let store: Store;
let n: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-store-'));
  store = await openStore(folder, () => '', SILENT_LOG);
  n = 0;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const incident = (k: number) => ({ kind: 'incident', id: sampleId(k) }) as const;
const accepted = (draft: EventDraft): AnyEvent => {
  n += 1;
  return sampleEvent(draft, { n, device: 'central', seq: n });
};
const opening = (k: number): AnyEvent[] => [
  accepted({ type: 'incident.opened', subject: incident(k), payload: { kind: 'road' } }),
  accepted({
    type: 'case.opened',
    subject: { kind: 'case', id: sampleId(100 + k) },
    payload: { incident: sampleId(k), ordinal: 1, severity: 'death' },
  }),
];
const half = (k: number, other: number): AnyEvent =>
  accepted({ type: 'incident.joined', subject: incident(k), payload: { link: sampleId(900), with: sampleId(other) } });

/** Takes these events in one commit; what it says was drawn, and every case's incident after it. */
async function take(events: readonly AnyEvent[]): Promise<{ drawn: number; shown: string[] }> {
  const drawn = await store.queue.write(async (db) => {
    await insertEvents(db, events, 0);
    const subjects = events.map((event) => event.subject.id);
    return (await refold(db, subjects, { policies: defaultPolicies, now: NOON })).upserts.length;
  });
  const rows = (await loadRows(store.reader)).sort((a, b) => (a.case < b.case ? -1 : 1));
  return { drawn, shown: rows.map((row) => row.incident) };
}
const forget = (id: string) =>
  store.queue.write(async (db) => {
    await db.run("DELETE FROM event WHERE subject_id = ? AND type LIKE 'incident.%'", [id]);
    return refold(db, [id], { policies: defaultPolicies, now: NOON });
  });

describe('what comes in pieces', () => {
  it('S-20: one half of a link joins both, whichever comes first', async () => {
    await take([...opening(1), ...opening(2)]);
    expect(await take([half(2, 1)])).toEqual({ drawn: 2, shown: [sampleId(1), sampleId(1)] });
    expect((await take([half(1, 2)])).shown).toEqual([sampleId(1), sampleId(1)]);
  });

  it('S-20: a link waits for the incident it speaks of', async () => {
    expect((await take([...opening(2), half(2, 1)])).shown).toEqual([sampleId(2)]);
    expect(await take(opening(1))).toEqual({ drawn: 2, shown: [sampleId(2), sampleId(2)] });
  });

  it('an incident that leaves takes itself off what it was joined with', async () => {
    await take([...opening(1), ...opening(2), half(2, 1), half(1, 2)]);
    const { upserts } = await forget(sampleId(1));
    expect(upserts.find((row) => row.case === sampleId(102))).toMatchObject({ incident: sampleId(2), reports: 0 });
  });

  it('S-15: a case that goes by itself leaves the others of its incident counted as if it had never been', async () => {
    const second = { kind: 'case', id: sampleId(201) } as const;
    const payload = { incident: sampleId(1), ordinal: 2, severity: 'death' } as const;
    await take([...opening(1), accepted({ type: 'case.opened', subject: second, payload })]);
    expect((await loadRows(store.reader)).map((row) => row.of)).toEqual([2, 2]);
    const { removes } = await store.queue.write(async (db) => {
      await db.run('DELETE FROM event WHERE subject_id = ?', [second.id]);
      return refold(db, [second.id], { policies: defaultPolicies, now: NOON });
    });
    expect(removes).toEqual([second.id]);
    const left = await loadRows(store.reader);
    expect(left.map((row) => [row.case, row.of])).toEqual([[sampleId(101), 1]]);
    await store.queue.write((db) => rebuild(db, { policies: defaultPolicies, now: NOON }));
    expect(await loadRows(store.reader)).toEqual(left);
  });
});
