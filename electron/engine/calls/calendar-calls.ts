import type { EngineContext } from '#engine/engine-context.ts';
import { eventsById } from '#engine/store/event-rows.ts';
import { loadPeople } from '#engine/store/folded-rows.ts';
import { loadRules } from '#engine/store/rule-rows.ts';
import { openEvents } from '#engine/store/sealed-events.ts';
import { compareHolidays } from '#shared/clocks/calendar/compare-holidays.ts';
import { isoDay, readDay } from '#shared/clocks/calendar/day.ts';
import type { Holiday } from '#shared/clocks/calendar/holiday.ts';
import { readHolidayIcal } from '#shared/clocks/calendar/read-holiday-ical.ts';
import { readHolidayTable } from '#shared/clocks/calendar/read-holiday-table.ts';
import { yearOfDays } from '#shared/clocks/calendar/year-of-days.ts';
import { calendarPartsOf, inOrderOfLog } from '#shared/clocks/rule-book.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { InputOf } from '#shared/contract/ipc.ts';
import type { CalendarLineView, CalendarView, ReadHolidaysView } from '#shared/contract/view/calendar.ts';
import type { CalendarRule } from '#shared/contract/view/rule-state.ts';
import { areaOfEntry } from '#shared/sync/rule-scope.ts';
import { catalogue, isTextKey } from '#shared/text/catalogue.ts';
import { maySetRule } from './may-set-rule.ts';
import { previewCalendar } from './preview-calendar.ts';

/** Years around this one in which a yearly entry of a calendar file is spread out. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 3;
const FROM_A_DAY: readonly string[] = ['week', 'hours'];

/** The days offices keep, what other days would change, and what a file of holidays says of them. */
export function calendarCalls(
  context: EngineContext,
): Pick<Handlers, 'rules.calendar' | 'rules.preview-calendar' | 'rules.read-holidays'> {
  return {
    'rules.calendar': (asked) => calendarView(context, asked),
    'rules.preview-calendar': (change) => previewCalendar(context, change),
    'rules.read-holidays': (asked) => readHolidays(context, asked),
  };
}

async function standingLines(context: EngineContext): Promise<CalendarRule[]> {
  const rules = await loadRules(context.ledger.reader, 'calendar');
  return inOrderOfLog(rules).filter(({ withdrawnAt }) => withdrawnAt === null);
}

async function calendarView(
  context: EngineContext,
  { state, branch, year }: InputOf<'rules.calendar'>,
): Promise<CalendarView> {
  const lines = await standingLines(context);
  const { weeks, parts } = calendarPartsOf(lines);
  const week = weeks.find(({ code }) => code === state);
  if (week === undefined) throw new CallFailure('not-found', { key: 'failure.not-found' }, 'state');
  const [first, last] = [readDay(`${year}-01-01`), readDay(`${year}-12-31`)];
  const since = <T extends { from: number }>(rules: readonly T[]) => {
    const known = rules.filter(({ from }) => from <= last).toSorted((a, b) => a.from - b.from);
    const begun = known.findLastIndex(({ from }) => from <= first);
    return known.slice(Math.max(0, begun));
  };
  const own = lines.filter(({ entry }) => {
    if (entry.kind === 'week') return entry.state === state;
    if (entry.kind === 'hours') return true;
    const here = entry.states.includes(state) || (branch !== null && entry.branches.includes(branch));
    return here && entry.day.startsWith(`${year}-`);
  });
  return {
    state,
    branch,
    year,
    weeks: since(week.weeks).map(({ from, rest, weekly }) => ({ from: isoDay(from), rest: [...rest], weekly })),
    hours: since(parts.hours).map(({ from, open, close }) => ({ from: isoDay(from), open, close })),
    off: yearOfDays(week, parts, branch, year).map(({ day, why, holiday, onRest, everywhere }) => ({
      day: isoDay(day),
      why,
      name: nameOf(holiday),
      status: holiday.status,
      source: holiday.source,
      onRest,
      everywhere,
      line: holiday.line ?? null,
    })),
    lines: await lineViews(context, own),
    known: last <= parts.known.to,
    mayEdit: maySetRule(
      context,
      branch === null ? { states: [state], branches: [] } : { states: [], branches: [branch] },
    ),
  };
}

async function lineViews(context: EngineContext, lines: readonly CalendarRule[]): Promise<CalendarLineView[]> {
  const db = context.ledger.reader;
  const people = await loadPeople(
    db,
    lines.map(({ actor }) => actor),
  );
  const events = await eventsById(
    db,
    lines.map(({ event }) => event),
  );
  await openEvents(db, events);
  const reasons = new Map(events.map((event) => [event.id, event.private?.reason]));
  const who = context.person();
  const dayIn = ({ entry }: CalendarRule) => (entry.kind === 'week' || entry.kind === 'hours' ? entry.from : entry.day);
  return lines
    .toSorted((a, b) => (dayIn(a) < dayIn(b) ? -1 : 1))
    .map((line) => {
      const reason = reasons.get(line.event);
      return {
        id: line.id,
        entry: line.entry,
        by: people.get(line.actor)?.name ?? (line.actor === who?.id ? who.name : line.actor),
        setAt: line.setAt,
        // Free words may name people: they are for those who may change rules.
        reason: typeof reason === 'string' && who?.role === 'supervisor' ? reason : null,
        mayEdit: maySetRule(context, FROM_A_DAY.includes(line.entry.kind) ? 'everywhere' : areaOfEntry(line.entry)),
      };
    });
}

async function readHolidays(
  context: EngineContext,
  { text, states, source }: InputOf<'rules.read-holidays'>,
): Promise<ReadHolidaysView> {
  const form = /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text) ? 'ical' : 'table';
  const year = new Date(context.clock.now()).getUTCFullYear();
  const span = { from: readDay(`${year - YEARS_BACK}-01-01`), to: readDay(`${year + YEARS_AHEAD}-12-31`) };
  const read = form === 'ical' ? await readHolidayIcal(text, { states, span, source }) : readHolidayTable(text, source);
  const { parts } = calendarPartsOf(await standingLines(context));
  return {
    form,
    faults: read.faults,
    holidays: compareHolidays(read.holidays, parts.holidays, namesOf).map(({ holiday, verdict, before, entries }) => ({
      day: isoDay(holiday.day),
      name: nameOf(holiday),
      states: [...holiday.states],
      status: holiday.status,
      verdict,
      before: before === null ? null : { day: isoDay(before.day), name: nameOf(before), status: before.status },
      entries,
      mayEdit: entries.every(({ entry }) => maySetRule(context, areaOfEntry(entry))),
    })),
  };
}

function nameOf({ name }: Holiday): { t: 'key' | 'text'; v: string } {
  return { t: name.t === 'key' ? 'key' : 'text', v: String(name.v) };
}

/** What a holiday is called in either language, without `Hari` or `Day` about it. */
function namesOf(holiday: Holiday): string[] {
  const { t, v } = nameOf(holiday);
  const names = t === 'key' && isTextKey(v) ? [catalogue.ms[v], catalogue.en[v], v] : [v];
  return names.map((name) =>
    name
      .toLowerCase()
      .replace(/^(hari|perayaan|pesta)\s+|\s+day$/g, '')
      .trim(),
  );
}
