import { standingAlarms } from '#engine/alarms/standing-alarms.ts';
import type { Database } from '#engine/store/database.ts';
import type { RuleBook } from '#shared/clocks/rule-book.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { Random } from './random.ts';

const MINUTE = 60_000;
/** Newest events of uncertain time, and newest cases, that are looked through. */
const MOST_SEEN = 12;

/** A supervisor says when something of uncertain time happened; null when nothing here is uncertain. */
export async function chooseTime(random: Random, db: Database): Promise<Act | null> {
  const rows = await db.all<{ body: string }>(
    `SELECT body FROM event WHERE state IN (0, 1) AND subject_kind IN ('case', 'incident')
       AND body ->> '$.certain' = 0 ORDER BY id DESC LIMIT ${MOST_SEEN}`,
  );
  if (rows.length === 0) return null;
  const { id, subject, happenedAt } = JSON.parse(random.pick(rows).body) as AnyEvent;
  if (subject.kind !== 'case' && subject.kind !== 'incident') return null;
  return {
    kind: 'set-time',
    subject: { kind: subject.kind, id: subject.id },
    event: id,
    happenedAt: isoMalaysia(Date.parse(happenedAt) - random.int(90) * MINUTE),
    reason: 'Buku log',
  };
}

/** Somebody hears an alarm that nobody has heard yet; null when the room is quiet. @param now ms since 1970 */
export async function chooseAlarm(random: Random, db: Database, rules: RuleBook, now: number): Promise<Act | null> {
  const rows = await db.all<{ id: string }>(`SELECT id FROM case_row ORDER BY id DESC LIMIT ${MOST_SEEN}`);
  const ids = rows.map((row) => row.id);
  const found = await standingAlarms(db, ids, rules, now);
  const unheard = found.flatMap(({ case: id, alarms }) =>
    alarms.flatMap(({ alarm, heard }) => (heard === null ? [{ case: id, alarm }] : [])),
  );
  if (unheard.length === 0) return null;
  const one = random.pick(unheard);
  const { clock, policy, fraction, due } = one.alarm;
  return { kind: 'acknowledge-alarm', alarms: [{ case: one.case, clock, policy, fraction, due: isoMalaysia(due) }] };
}
