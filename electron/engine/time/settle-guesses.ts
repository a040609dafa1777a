import type { Database } from '#engine/store/database.ts';
import { forgetMeta, readMeta, writeMeta } from '#engine/store/meta.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { errorOf, type TimeAnchor, type TimeGuess } from './corrected-clock.ts';

/** Up to this error a time that a person gave by this desk's clock is what they meant, ms. */
const SMALL_ERROR_MS = 60_000;

/** Keeps a boot's guess, once; what earlier boots guessed stays as it was said. */
export async function keepGuess(db: Database, guess: TimeGuess): Promise<void> {
  const known = await readMeta(db, 'guess');
  if (known?.boot === guess.boot) return;
  await db.run('DELETE FROM time_guess');
  await writeMeta(db, { guess });
}

/** Notes which events rest on the boot's guess, in the transaction that writes them. */
export async function noteGuesses(db: Database, events: readonly AnyEvent[], said: boolean): Promise<void> {
  const ids = events.filter((event) => !event.certain).map((event) => event.id);
  if (ids.length === 0) return;
  await db.run(`INSERT INTO time_guess (id, said) SELECT value, ${said ? 1 : 0} FROM json_each(?)`, [
    JSON.stringify(ids),
  ]);
}

/**
 * Central was heard in the boot of a guess: the guess's error is the same for all its moments, so what still waits gets
 * its true time, certain now. Nothing of it was sent before: a push always follows this. Order (`at`, `n`) never changes.
 * A time that a person gave by a desk clock that was wrong stays an estimate.
 * @returns the subjects whose events changed
 */
export async function settleGuesses(db: Database, anchor: TimeAnchor): Promise<string[]> {
  const guess = await readMeta(db, 'guess');
  if (guess === undefined) return [];
  await forgetMeta(db, ['guess']);
  const rows =
    guess.boot === anchor.boot
      ? await db.all<{ body: string; said: number }>(
          'SELECT e.body, g.said FROM time_guess g JOIN event e ON e.id = g.id WHERE e.state = 1',
        )
      : [];
  await db.run('DELETE FROM time_guess');
  const error = errorOf(guess, anchor);
  const events = rows.map(({ body, said }) => corrected(JSON.parse(body) as AnyEvent, error, said === 1));
  if (events.length === 0) return [];
  const bodies = JSON.stringify(events.map((event) => ({ id: event.id, body: JSON.stringify(event) })));
  await db.run(
    `UPDATE event SET body = new.body
     FROM (SELECT value ->> '$.id' AS id, value ->> '$.body' AS body FROM json_each(?)) AS new WHERE event.id = new.id`,
    [bodies],
  );
  const acts = JSON.stringify([...new Set(events.map((event) => event.act))]);
  await db.run(`UPDATE command SET at = at + ? WHERE answer ->> '$.act' IN (SELECT value FROM json_each(?))`, [
    Math.round(error),
    acts,
  ]);
  return [...new Set(events.map((event) => event.subject.id))];
}

function corrected(event: AnyEvent, error: number, said: boolean): AnyEvent {
  const move = (iso: string) => isoMalaysia(Date.parse(iso) + error);
  const { receivedAt } = event.payload;
  const payload = typeof receivedAt === 'string' ? { ...event.payload, receivedAt: move(receivedAt) } : event.payload;
  if (said && Math.abs(error) > SMALL_ERROR_MS && typeof receivedAt !== 'string') return event;
  const { notBefore: _, ...rest } = event;
  return { ...rest, payload, happenedAt: said ? event.happenedAt : move(event.happenedAt), certain: true };
}
