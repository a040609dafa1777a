import { forgetMeta, readSome, writeMeta } from '#engine/store/meta.ts';
import { dropParts } from '#engine/store/packed-parts.ts';
import { keepKeys } from '#engine/store/subject-keys.ts';
import { PROTOCOL } from '#shared/contract/version.ts';
import { heldReplySchema } from '#shared/contract/wire/sync.ts';
import type { Person } from '#shared/domain/person-role.ts';
import type { Line } from './catch-up.ts';
import { sameScope, sightOf } from './sight.ts';
import { forgetSubjects, type Taker, takeAccepted } from './take-events.ts';

/**
 * S-31: makes the store one that this person may look at. In another scope all that is accepted goes at once and is
 * filled anew; what was not sent yet stays. So it does where pages came meanwhile that another scope had cut, though
 * that scope is gone again. In the same scope only held acts are for supervisors alone: they are taken anew, also where
 * their person had another role only meanwhile.
 * @returns whether the store must be filled anew
 */
export async function alignSight(taker: Taker, line: Line, person: Person): Promise<boolean> {
  const { ledger } = taker;
  const read = await readSome(ledger.reader, ['sight', 'sightMoved', 'heldMoved']);
  const { sight: kept, sightMoved: moved = false, heldMoved = false } = read;
  const sight = sightOf(person);
  if (kept === undefined) {
    await ledger.write(async (db) => ({ result: await writeMeta(db, { sight }), subjects: [] }));
    return false;
  }
  if (!moved && !heldMoved && sameScope(kept.scope, sight.scope) && kept.as === sight.as) return false;
  const walls = kept.as === 'wall' || sight.as === 'wall';
  if (!moved && sameScope(kept.scope, sight.scope) && !walls) {
    const path = `/v1/sync/held?protocol=${PROTOCOL}`;
    const { events, keys = [] } = await line.withToken((token) =>
      line.api.json(heldReplySchema, { path, token, signal: line.signal, timeoutMs: 60_000 }),
    );
    await ledger.write(async (db) => {
      const before = await db.all<{ id: string }>(
        "SELECT DISTINCT subject_id AS id FROM event WHERE subject_kind = 'act' AND state = 0",
      );
      const known = before.map((row) => row.id);
      await forgetSubjects(db, known);
      await keepKeys(db, keys);
      await takeAccepted(db, events, taker);
      await writeMeta(db, { sight });
      await forgetMeta(db, ['heldMoved']);
      return { result: undefined, subjects: [...known, ...events.map(({ subject }) => subject.id)] };
    });
    return false;
  }
  await ledger.write(async (db) => {
    const rows = await db.all<{ id: string }>('SELECT DISTINCT subject_id AS id FROM event WHERE state IN (0, 4)');
    await db.run('DELETE FROM event WHERE state = 4');
    // What a first fill that was cut has left was for the one before.
    await dropParts(db);
    await forgetSubjects(
      db,
      rows.map((row) => row.id),
    );
    await writeMeta(db, { sight, position: 0 });
    await forgetMeta(db, ['sightMoved', 'heldMoved']);
    return { result: undefined, subjects: [], everything: true };
  });
  await ledger.scrub();
  return true;
}
