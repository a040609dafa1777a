import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { eraseTold } from './erase-told.ts';
import { eventsOfSubjects, insertEvents } from './event-rows.ts';
import { openStore, type Store } from './open-store.ts';
import { keepKeys } from './subject-keys.ts';

const MARK = 'Wafiyuddinmark';
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-sealed-'));
  store = await openStore(folder, () => '', SILENT_LOG);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const id = randomUUID();
const note = (over: Partial<AnyEvent> = {}): AnyEvent => ({
  id: randomUUID(),
  type: 'case.noted',
  v: 1,
  subject: { kind: 'case', id },
  act: randomUUID(),
  payload: {},
  private: { text: MARK },
  actor: 'a',
  session: 's',
  device: 'd',
  n: 1,
  at: '001795409000001.00000',
  happenedAt: '2026-11-23T13:00:00+08:00',
  certain: true,
  via: 'keys',
  seen: 0,
  ...over,
});
const read = async () => {
  const events = await eventsOfSubjects(store.reader, [id]);
  return new Map(events.map((event) => [event.id, event.private?.text]));
};

it('S-24: a sealed part opens for the event it was sealed for, and for no other', async () => {
  const own = note();
  await store.queue.write((db) => insertEvents(db, [own], 1));
  const [stored] = await eventsOfSubjects(store.reader, [id]);
  const { private: _, ...moved } = { ...note({ n: 2 }), sealed: stored?.sealed };
  await store.queue.write((db) => insertEvents(db, [moved as AnyEvent], 1));
  expect(await read()).toEqual(
    new Map([
      [own.id, MARK],
      [moved.id, undefined],
    ]),
  );
});

it('S-26: destroys a key this console made itself for what was accepted before, and none made after', async () => {
  const [before, after] = [note({ seq: 5 }), note({ seq: 9, n: 2 })];
  await store.queue.write(async (db) => {
    await insertEvents(db, [before], 0);
    const payload = { keys: [randomUUID()], subjects: [id] };
    const { private: _, ...erased } = note({ type: 'case.erased', seq: 7, payload });
    expect(await eraseTold(db, [erased])).toEqual([id]);
    await insertEvents(db, [after], 0);
    // Told again, as after a fresh fill.
    await eraseTold(db, [erased]);
    // A key that was destroyed does not come back.
    await keepKeys(db, [{ id: payload.keys[0] ?? '', subject: id, key: Buffer.alloc(32).toString('base64') }]);
  });
  expect(await read()).toEqual(
    new Map([
      [before.id, undefined],
      [after.id, MARK],
    ]),
  );
  const left = await store.reader.all<{ wrapped: string | null }>('SELECT wrapped FROM subject_key');
  expect(left.filter(({ wrapped }) => wrapped !== null)).toHaveLength(1);
});
