import type { EngineContext } from '#engine/engine-context.ts';
import { dutiesBetween } from '#engine/store/duty-people.ts';
import { loadRules } from '#engine/store/rule-rows.ts';
import type { Calendar } from '#shared/clocks/calendar/calendar.ts';
import { dayOf, startOf } from '#shared/clocks/calendar/day.ts';
import { stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import { rotaGaps, type Stretch } from '#shared/clocks/rota-gaps.ts';
import { comingNight, holdsIn, levelsOf, weekOf } from '#shared/clocks/rota-week.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { DutyView, NightView, RotaView } from '#shared/contract/view/rota.ts';
import { ROTA_LEVELS } from '#shared/contract/wire/rule-values.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { branches, stateOfBranch } from '#shared/geo/branches.ts';
import { areaOfDuty } from '#shared/sync/rule-scope.ts';
import { maskPhone } from './mask.ts';
import { maySetRule } from './may-set-rule.ts';

const MINUTE = 60_000;
const DAYS = 7;

/** Who is on duty over a week, and which offices nobody watches in the coming night. */
export function rotaCalls(context: EngineContext): Pick<Handlers, 'rules.rota' | 'rules.night'> {
  return {
    'rules.rota': ({ area, at }) => rotaOf(context, area, at),
    'rules.night': () => nightOf(context),
  };
}

async function rotaOf(context: EngineContext, area: Scope, at: number): Promise<RotaView> {
  const calendar = calendarOf(context, area);
  // A night belongs to the day before it: the week goes from the hour of opening to that hour.
  const opens = calendar.hours(dayOf(at)).open * MINUTE;
  const midnights = weekOf(at - opens);
  const week = { from: midnights.from + opens, to: midnights.to + opens };
  const may = (of: Scope) => maySetRule(context, areaOfDuty(of));
  const all = await dutiesBetween(context.ledger.reader, week.from - (week.to - week.from), week.to);
  const duties = all
    .filter((duty) => holdsIn(duty.area, area, stateOfBranch))
    .map(
      (duty): DutyView => (may(duty.area) ? { ...duty, mayEdit: true } : { ...duty, ...covered(duty), mayEdit: false }),
    );
  const now = context.clock.now();
  const own = levelsOf(area);
  const levels = ROTA_LEVELS.filter(
    (level) => own.includes(level) || duties.some((duty) => duty.level === level && duty.area.kind === area.kind),
  );
  return {
    area,
    ...week,
    days: Array.from({ length: DAYS }, (_, at) => dayView(calendar, dayOf(midnights.from) + at)),
    levels: levels.map((level) => {
      const ofLevel = duties.filter((duty) => duty.level === level);
      const over = { from: Math.max(now, week.from), to: week.to };
      const gaps = own.includes(level) && over.from < over.to ? rotaGaps(ofLevel, over, calendar) : [];
      return { level, duties: ofLevel, gaps };
    }),
    mayEdit: may(area),
  };
}

/** How somebody is reached is whole only for those who set it; a number is opened for a reason, where a case is open. */
function covered({ phone }: Pick<DutyView, 'phone'>): Pick<DutyView, 'phone' | 'email'> {
  return { phone: phone === null ? null : maskPhone(phone), email: null };
}

function dayView(calendar: Calendar, day: number): RotaView['days'][number] {
  const start = startOf(day);
  const off = calendar.off(day);
  const { open, close } = calendar.hours(day);
  const named = off === null || off.why === 'rest' ? null : off;
  return {
    start,
    hours: off === null ? { open: start + open * MINUTE, close: start + close * MINUTE } : null,
    off:
      off === null
        ? null
        : {
            why: off.why,
            name: named === null ? null : { t: named.name.t === 'key' ? 'key' : 'text', v: String(named.name.v) },
            estimated: named?.estimated ?? false,
          },
  };
}

/** Offices within the scope of who sits here; none for those who look after no office. */
async function nightOf(context: EngineContext): Promise<NightView> {
  const who = context.person();
  if (who === null || who.role === 'wall' || who.role === 'admin') return { offices: 0, gaps: [] };
  const offices = branches.filter(
    ({ role, code }) => role !== 'headquarters' && holdsIn(who.scope, { kind: 'branch', branch: code }, stateOfBranch),
  );
  const now = context.clock.now();
  const squads = (await loadRules(context.ledger.reader, 'rota')).filter(
    ({ level, withdrawnAt, to }) => level === 'squad' && withdrawnAt === null && to > now,
  );
  const gaps = offices.flatMap(({ code }) => {
    const calendar = context.calendars.of(code);
    const night = comingNight(calendar, now);
    const own = squads.filter(({ area }) => holdsIn(area, { kind: 'branch', branch: code }, stateOfBranch));
    return rotaGaps(own, night, calendar).map((gap: Stretch) => ({ branch: code, ...gap }));
  });
  return { offices: offices.length, gaps };
}

function calendarOf(context: EngineContext, area: Scope): Calendar {
  if (area.kind === 'branch') return context.calendars.of(area.branch);
  const code = area.kind === 'state' ? stateWeeks.find(({ name }) => name === area.state)?.code : undefined;
  return code === undefined ? context.calendars.of(null) : context.calendars.ofState(code);
}
