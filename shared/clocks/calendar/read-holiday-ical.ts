import type { Day } from './day.ts';
import { DAY_MS, isoDay } from './day.ts';
import type { ReadHolidays } from './read-holiday-table.ts';

/** Days one entry may last, and times it may come back, before it is taken for something else than a holiday. */
const LONGEST = 31;
const MOST_TIMES = 200;

/**
 * Holidays from an iCalendar file (RFC 5545): its whole-day events, several days and yearly ones spread out, within
 * `span`. A calendar does not say where a day is kept: that is asked of the person. Events with a time of day are
 * reported and left out. The parser is loaded when first needed.
 * @param given states that keep these days, the span of days to read, and where the file came from
 */
export async function readHolidayIcal(
  text: string,
  given: { states: readonly string[]; span: { from: Day; to: Day }; source: string },
): Promise<ReadHolidays> {
  const { default: ical } = await import('ical.js');
  const read: ReadHolidays = { holidays: [], faults: [] };
  const { states, span, source } = given;
  let events: InstanceType<typeof ical.Component>[];
  try {
    events = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent');
  } catch {
    return { holidays: [], faults: [{ line: 1, why: { key: 'holidays.fault.ical' } }] };
  }
  const seen = new Set<string>();
  events.forEach((component, place) => {
    const event = new ical.Event(component);
    const fault = (key: string) =>
      read.faults.push({ line: place + 1, why: { key, params: { value: { t: 'text', v: event.summary ?? '' } } } });
    if (event.startDate?.isDate !== true) {
      fault('holidays.fault.time');
      return;
    }
    const days = Math.max(1, Math.round(event.duration.toSeconds() / 86_400));
    if (days > LONGEST || !event.summary) {
      fault(event.summary ? 'holidays.fault.long' : 'holidays.fault.name');
      return;
    }
    const put = (first: Day) => {
      for (let day = first; day < first + days; day++) {
        const id = `${day} ${event.summary}`;
        if (day < span.from || day > span.to || seen.has(id)) continue;
        seen.add(id);
        read.holidays.push({
          day,
          name: { t: 'text', v: event.summary },
          states,
          branches: [],
          status: component.getFirstPropertyValue('status') === 'TENTATIVE' ? 'estimated' : 'gazetted',
          source,
          substitute: true,
        });
      }
    };
    const dayFrom = (time: { year: number; month: number; day: number }) =>
      Date.UTC(time.year, time.month - 1, time.day) / DAY_MS;
    if (!event.isRecurring()) {
      put(dayFrom(event.startDate));
      return;
    }
    const times = event.iterator();
    for (let count = 0; count < MOST_TIMES; count++) {
      const next = times.next();
      if (!next || dayFrom(next) > span.to) break;
      put(dayFrom(next));
    }
  });
  read.holidays.sort(
    (a, b) => a.day - b.day || (isoDay(a.day) + String(a.name.v) < isoDay(b.day) + String(b.name.v) ? -1 : 1),
  );
  return read;
}
