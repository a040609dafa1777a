import holidaysJson from '#data/holidays.json';
import type { MessageParam } from '#shared/domain/message-ref.ts';
import { type Day, readDay } from './day.ts';
import type { Holiday } from './holiday.ts';
import { HOLIDAY_NAMES, type HolidayName } from './holiday-names.ts';
import { stateWeeks } from './state-weeks.ts';

interface HolidayRow {
  date: string;
  holiday: HolidayName;
  states: string;
  status: Holiday['status'];
  source: string;
  substitute?: boolean;
}

const file = holidaysJson as {
  from: string;
  to: string;
  sources: Readonly<Record<string, string>>;
  holidays: readonly HolidayRow[];
};

/** Codes from `all`, `all but SWK` or `KUL LBN PJY`. @throws RangeError on a code nobody knows */
export function readStates(text: string): string[] {
  const known = stateWeeks.map(({ code }) => code);
  const [, all, named = ''] = /^(all)?(?:(?:^| but )(.+))?$/.exec(text) ?? [];
  const codes = named.split(' ').filter((code) => code !== '');
  for (const code of codes) if (!known.includes(code)) throw new RangeError(`no state ${code}`);
  return all === undefined ? codes : known.filter((code) => !codes.includes(code));
}

function nameOf(holiday: HolidayName): MessageParam {
  if (!HOLIDAY_NAMES.includes(holiday)) throw new RangeError(`no words for the holiday ${holiday}`);
  return { t: 'key', v: `holiday.${holiday}` };
}

/** The holidays shipped with the product, in the order of their days. */
export const defaultHolidays: readonly Holiday[] = file.holidays.map((row) => ({
  day: readDay(row.date),
  name: nameOf(row.holiday),
  states: readStates(row.states),
  branches: [],
  status: row.status,
  source: file.sources[row.source] ?? row.source,
  substitute: row.substitute ?? true,
}));

/** The span of days of which the shipped list says anything; beyond it only rest days are known. */
export const defaultKnown: { from: Day; to: Day } = { from: readDay(file.from), to: readDay(file.to) };
