import { defaultCalendars } from '#shared/clocks/calendar/calendars.ts';
import { stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import { comingNight, weekOf } from '#shared/clocks/rota-week.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { Branch } from '#shared/domain/branch.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { createRandom, pick, seedOf } from './random.ts';

type Duty = Extract<Act, { kind: 'set-rota' }>['duties'][number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEKS = 2;
/** Offices whose nights several people share, so that a week shows it; at one of them nobody took the next night. */
const SHARED = ['KUL', 'KLU', 'SBN', 'LBN'];
const OPEN = 'KUL';

/** All invented; no number and no address here leads to anybody. */
const GIVEN = [
  'Aminah',
  'Bala',
  'Chong',
  'Dayang',
  'Faridah',
  'Hafiz',
  'Jugah',
  'Kamal',
  'Mei Ling',
  'Nora',
  'Ravi',
  'Siti',
];
const INITIALS = ['A.', 'H.', 'K.', 'M.', 'R.', 'S.', 'T.', 'Y.'];

/**
 * Who is on duty in the demo from the week of `now` (ms since 1970) on: every squad's nights and weekends, a head for
 * each state, its office, headquarters; and one night that is still to be filled.
 */
export function planRota(branches: readonly Branch[], now: number): Duty[] {
  const begin = weekOf(now - 8 * HOUR).from + 8 * HOUR;
  const open = comingNight(defaultCalendars.of(OPEN), now);
  const duties: Duty[] = [];
  const put = (area: Scope, level: Duty['level'], from: number, to: number, turn: number) => {
    const random = createRandom(seedOf(`${JSON.stringify(area)} ${level} ${turn}`));
    const name = `${pick(random, GIVEN)} ${pick(random, INITIALS)} (demo)`;
    const digits = String(1_000 + Math.floor(random() * 9_000));
    const span = { from: isoMalaysia(from), to: isoMalaysia(to) };
    duties.push({
      area,
      level,
      ...span,
      name,
      phone: `011-5550 ${digits}`,
      email: `petugas.${digits}@prihatin.example`,
    });
  };
  for (let week = 0; week < WEEKS; week++) {
    const start = begin + week * 7 * DAY;
    const end = start + 7 * DAY;
    for (const { code, role } of branches) {
      if (role === 'headquarters') continue;
      const area: Scope = { kind: 'branch', branch: code };
      if (!SHARED.includes(code)) {
        put(area, 'squad', start, end, week);
        continue;
      }
      for (const [from, to, turn] of nights(start))
        if (code !== OPEN || to <= open.from || from >= open.to) put(area, 'squad', from, to, turn);
    }
    for (const { name } of stateWeeks) {
      put({ kind: 'state', state: name }, 'head', start, end, week);
      put({ kind: 'state', state: name }, 'state', start, end, week);
    }
    put({ kind: 'hq' }, 'hq', start, end, week);
  }
  return duties;
}

/** Nights of a week from its Monday 08:00, the weekend in two halves; three people take turns. */
function nights(start: number): [from: number, to: number, turn: number][] {
  const week = [0, 1, 2, 3].map((day): [number, number, number] => {
    const from = start + day * DAY + 9 * HOUR;
    return [from, from + 15 * HOUR, day % 3];
  });
  const friday = start + 4 * DAY + 9 * HOUR;
  return [...week, [friday, start + 6 * DAY, 1], [start + 6 * DAY, start + 7 * DAY, 2]];
}
