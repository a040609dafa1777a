import { randomUUID } from 'node:crypto';
import type { Database } from '#engine/store/database.ts';
import type { Act, Committed } from '#shared/contract/acts.ts';
import type { Random } from '#tests/sync/sim/random.ts';

const BRANCHES = ['KLG', 'KLU', 'SBN', 'KTN', 'BKI', 'KCH'];
const PLACE = { name: 'Klang', state: 'Selangor', lat: 3.03, lon: 101.45, confidence: 1 };
/** Acts fall on the newest of these, so that the consoles meet on the same cases. */
const WITHIN_SIGHT = 30;

/** What somebody at this console might do next, on cases that lie in its store. */
export async function nextAct(db: Database, random: Random, last: Committed | null): Promise<Act> {
  const rows = await db.all<{ id: string; incident: string }>(
    'SELECT id, incident FROM case_row ORDER BY id DESC LIMIT ?',
    [WITHIN_SIGHT],
  );
  if (rows.length < 3 || random.chance(0.25)) {
    const text = `Laporan ${randomUUID()}: pekerja cedera di Klang`;
    return { kind: 'report', text, source: 'hotline', place: PLACE, victims: 1 + random.int(3) };
  }
  const { id } = random.pick(rows);
  const cases = [id];
  switch (random.int(9)) {
    case 0:
    case 1:
      return { kind: 'assign', cases, branch: random.pick(BRANCHES), reason: 'dekat' };
    case 2:
      return { kind: 'triage', cases, priority: random.pick(['normal', 'high'] as const) };
    case 3:
      return { kind: 'note', cases, text: `Nota ${randomUUID()}` };
    case 4:
      return {
        kind: 'describe-victim',
        case: id,
        age: 20 + random.int(40),
        occupation: random.pick(['welder', 'juruelektrik']),
      };
    case 5:
      return { kind: 'acknowledge', cases, told: { how: 'phone' } };
    case 6:
      return { kind: 'describe-kin', case: id, name: `Waris ${random.int(9)}`, phone: '012-0000000' };
    case 7:
      return last === null ? { kind: 'note', cases, text: 'tiada' } : { kind: 'undo', act: last.act };
    default: {
      const other = random.pick(rows).incident;
      const mine = random.pick(rows).incident;
      return other === mine ? { kind: 'note', cases, text: 'sama' } : { kind: 'join', incidents: [mine, other] };
    }
  }
}
