import type { CalendarChange, ReadHolidayView } from '#shared/contract/view/calendar.ts';

/** Lines one act may set. */
export const MOST_LINES = 400;

/** Which holidays of a file are taken unless somebody says otherwise: all that are new or differ and may be set. */
export function takenAtFirst(holidays: readonly ReadHolidayView[]): Set<number> {
  const takes = ({ verdict, mayEdit }: ReadHolidayView) => mayEdit && verdict !== 'same' && verdict !== 'clash';
  return new Set(holidays.flatMap((one, at) => (takes(one) ? [at] : [])));
}

/** The lines that set what is taken. A day that is a holiday in the file is never made a working day by another line. */
export function takenEntries(
  holidays: readonly ReadHolidayView[],
  taken: ReadonlySet<number>,
): CalendarChange['entries'] {
  return holidays.flatMap((one, at) => (taken.has(at) ? one.entries : []));
}

/** How many there are of each kind; a holiday that moved counts as changed. */
export function verdictCounts(
  holidays: readonly ReadHolidayView[],
): Record<'new' | 'changed' | 'same' | 'clash', number> {
  const counts = { new: 0, changed: 0, same: 0, clash: 0 };
  for (const { verdict } of holidays) counts[verdict === 'moved' ? 'changed' : verdict] += 1;
  return counts;
}
