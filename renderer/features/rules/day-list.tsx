import { useSay } from '#renderer/ui/use-say.ts';
import { readDay, startOf } from '#shared/clocks/calendar/day.ts';
import type { CalendarView } from '#shared/contract/view/calendar.ts';
import { formatDayMonth, formatWeekday } from '#shared/text/format.ts';
import { DayMark, kindOf } from './day-mark.tsx';
import { nameInWords } from './day-words.ts';

/** The holidays of the year in order; a press shows one. */
export function DayList({ view, day, onDay }: { view: CalendarView; day: string; onDay(day: string): void }) {
  const say = useSay();
  return (
    <section className="day-list" aria-label={say('calendar.off', { n: view.off.length })}>
      <h3>{say('calendar.off', { n: view.off.length })}</h3>
      {view.off.length === 0 ? <p>{say('calendar.none')}</p> : null}
      <ul>
        {view.off.map((one) => {
          const at = startOf(readDay(one.day));
          const kind = kindOf(one);
          return (
            <li key={`${one.day} ${one.why} ${one.name.v}`}>
              <button type="button" aria-pressed={one.day === day} onClick={() => onDay(one.day)}>
                <DayMark kind={kind} />
                <span className="day-list-date">
                  {formatDayMonth(say.lang, at)} <small>{formatWeekday(say.lang, at)}</small>
                </span>
                <span>{nameInWords(say, one.name)}</span>
                <small>
                  {say(`calendar.${kind}` as 'calendar.rest')}
                  {one.onRest ? `, ${say('calendar.on-rest')}` : ''}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
