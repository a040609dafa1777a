import type { MessageRef } from '#shared/domain/message-ref.ts';
import { type Day, isoDay, readDay } from './day.ts';
import type { Holiday } from './holiday.ts';
import { readStates } from './holidays.ts';

/** What was read of a file of holidays, and what could not be, by line or entry from 1. */
export interface ReadHolidays {
  holidays: Holiday[];
  faults: { line: number; why: MessageRef }[];
}

/** Names a column may have, in either language. */
const COLUMNS = {
  date: ['date', 'tarikh'],
  name: ['name', 'holiday', 'nama', 'cuti', 'hari kelepasan'],
  states: ['states', 'state', 'negeri'],
  status: ['status'],
  substitute: ['substitute', 'replacement', 'ganti'],
} as const;

/** Cells of one line; a cell may stand in double quotes, a quote in it doubled. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
  return cells;
}

/** A day as `2026-11-08` or, as offices write it, `8/11/2026`. @throws RangeError */
function dayFrom(text: string): Day {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return readDay(day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text);
}

/**
 * Holidays from comma-separated text with a line of headings: date and name, and if given states (`all` where left
 * out), status (gazetted or estimated, else estimated) and substitute (no or tidak: none is given). Lines that cannot
 * be read are reported, the others stand.
 * @param source where it came from, kept with each holiday
 */
export function readHolidayTable(text: string, source: string): ReadHolidays {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const heads = cellsOf(lines[0] ?? '').map((head) => head.toLowerCase());
  const at = (names: readonly string[]) => heads.findIndex((head) => names.includes(head));
  const [date, name] = [at(COLUMNS.date), at(COLUMNS.name)];
  if (date < 0 || name < 0) return { holidays: [], faults: [{ line: 1, why: { key: 'holidays.fault.headings' } }] };
  const read: ReadHolidays = { holidays: [], faults: [] };
  const seen = new Set<string>();
  lines.slice(1).forEach((line, place) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line);
    const cell = (column: number) => (column < 0 ? '' : (cells[column] ?? ''));
    const fault = (key: string, value: string) =>
      read.faults.push({ line: place + 2, why: { key, params: { value: { t: 'text', v: value } } } });
    let day: Day;
    let states: string[];
    try {
      day = dayFrom(cell(date));
    } catch {
      fault('holidays.fault.date', cell(date));
      return;
    }
    try {
      states = readStates(cell(at(COLUMNS.states)).replace(/[;/|\s]+/g, ' ') || 'all');
    } catch {
      fault('holidays.fault.state', cell(at(COLUMNS.states)));
      return;
    }
    if (cell(name) === '') {
      fault('holidays.fault.name', isoDay(day));
      return;
    }
    const id = `${day} ${cell(name).toLowerCase()} ${states.join(' ')}`;
    if (seen.has(id)) {
      fault('holidays.fault.twice', cell(name));
      return;
    }
    seen.add(id);
    read.holidays.push({
      day,
      name: { t: 'text', v: cell(name) },
      states,
      branches: [],
      status: cell(at(COLUMNS.status)).toLowerCase() === 'gazetted' ? 'gazetted' : 'estimated',
      source,
      substitute: !['no', 'tidak', 'false'].includes(cell(at(COLUMNS.substitute)).toLowerCase()),
    });
  });
  return read;
}
