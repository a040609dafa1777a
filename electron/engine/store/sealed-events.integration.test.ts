import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { emptyRefused, eraseAllTold, eraseTold } from './erase-told.ts';
import { eventsOfSubjects, historyOfSubjects, insertEvents, TURNED_DOWN } from './event-rows.ts';
import { openStore, type Store } from './open-store.ts';
import { keepKeys } from './subject-keys.ts';
import { withdrawAct } from './withdraw-act.ts';

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

it('S-26: of what came back to a restored central an erasure that comes later closes what was before it when both were first accepted', async () => {
  const was = (seq: number) => [{ seq, until: 500 }];
  const [before, since, anew] = [
    note({ seq: 1_001, was: was(90) }),
    note({ seq: 1_002, n: 2, was: was(120) }),
    note({ seq: 1_003, n: 3 }),
  ];
  const [set, later] = [note({ n: 4 }), note({ n: 5 })];
  // Each sealed under a key of its own.
  for (const [event, state] of [
    [before, 0],
    [since, 0],
    [anew, 0],
    [set, 1],
    [later, 1],
  ] as const)
    await store.queue.write(async (db) => {
      await insertEvents(db, [event], state);
      await db.run("UPDATE subject_key SET subject = 'another' WHERE subject = ?", [id]);
    });
  await store.queue.write(async (db) => {
    await db.run('UPDATE subject_key SET subject = ?', [id]);
    await db.run('UPDATE event SET state = 4 WHERE state = 1');
    for (const [event, seq] of [
      [set, 95],
      [later, 130],
    ] as const)
      await db.run("INSERT INTO accepted_before (id, seq, recorded_at, receipt) VALUES (?, ?, '', '')", [
        event.id,
        seq,
      ]);
    const { private: _, ...erased } = note({
      type: 'case.erased',
      seq: 1_004,
      n: 6,
      was: was(100),
      payload: { keys: [randomUUID()], subjects: [id] },
    });
    await insertEvents(db, [erased], 0);
    await eraseAllTold(db);
    await db.run('UPDATE event SET state = 0 WHERE state = 4');
  });
  const texts = await read();
  expect([before, since, anew, set, later].map((event) => texts.get(event.id))).toEqual([
    undefined,
    MARK,
    undefined,
    // Central may lack the key, too, and wait for it.
    MARK,
    MARK,
  ]);
});

it('S-26: empties also what was refused or withdrawn here before, and what was said about that; what waits beside it stays', async () => {
  const [refused, withdrawn, since] = [note({ seen: 6 }), note({ n: 2, seen: 6 }), note({ n: 3, seen: 7 })];
  const waiting = note({ n: 5, seen: 6 });
  await store.queue.write(async (db) => {
    await insertEvents(db, [refused, withdrawn, since], 1);
    await db.run('UPDATE event SET state = 2, code = ?', [TURNED_DOWN]);
    for (const { id: event, act } of [refused, withdrawn, since])
      await db.run('UPDATE event SET message = ? WHERE id = ?', [db.vault.seal(MARK, act), event]);
    await withdrawAct(db, withdrawn.act, { reason: MARK, actor: 'a', at: 1 });
    // Under the same key.
    await insertEvents(db, [waiting], 1);
  });
  const all = [refused, withdrawn, since, waiting];
  const told = async () => {
    const stored = await historyOfSubjects(store.reader, [id]);
    const byId = new Map(stored.map(({ event, message }) => [event.id, [event.private?.text, message]]));
    return all.map((event) => byId.get(event.id));
  };
  expect(await told()).toEqual([
    [MARK, MARK],
    [MARK, MARK],
    [MARK, MARK],
    [MARK, null],
  ]);
  await store.queue.write(async (db) => {
    const payload = { keys: [randomUUID()], subjects: [id] };
    const { private: _, ...erased } = note({ type: 'case.erased', seq: 7, n: 4, payload });
    await insertEvents(db, [erased], 0);
    await eraseTold(db, [erased]);
  });
  expect(await told()).toEqual([
    [undefined, null],
    [undefined, null],
    [MARK, MARK],
    [MARK, null],
  ]);
  const boxes = await store.reader.all<{ box: string }>(
    "SELECT body ->> '$.sealed.box' AS box FROM event WHERE state <> 0 ORDER BY n",
  );
  expect(boxes.map(({ box }) => box === '')).toEqual([true, true, false, false]);
  expect(await store.reader.all('SELECT reason FROM withdrawal')).toEqual([{ reason: '' }]);
  // Refused only now.
  await store.queue.write(async (db) => {
    await db.run('UPDATE event SET state = 2 WHERE id = ?', [waiting.id]);
    await emptyRefused(db);
  });
  expect((await told()).at(-1)).toEqual([undefined, null]);
});
