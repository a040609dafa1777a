import { useSay } from '#renderer/ui/use-say.ts';
import type { CalendarView } from '#shared/contract/view/calendar.ts';
import { DayMark } from './day-mark.tsx';
import { dateInWords, daysInWords, timeInWords } from './day-words.ts';

/** The week and hours in force, what changes within the year, and what the marks of the year mean. */
export function CalendarFacts({ view, saved }: { view: CalendarView; saved: boolean }) {
  const say = useSay();
  const [week, ...laterWeeks] = view.weeks;
  const [hours, ...laterHours] = view.hours;
  const span = (one: { open: number; close: number }) =>
    say('calendar.hours', { open: timeInWords(one.open), close: timeInWords(one.close) });
  return (
    <div className="calendar-facts">
      <p>
        {week ? (
          <>
            <b>{say('calendar.week', { days: daysInWords(say, week.rest) })}</b>{' '}
            <span>{say('calendar.since', { day: dateInWords(say, week.from) })}</span>
            {' · '}
            {say('calendar.weekly', { day: daysInWords(say, [week.weekly]) })}
            {' · '}
          </>
        ) : null}
        {hours ? <b>{span(hours)}</b> : null}
      </p>
      {laterWeeks.map(({ from, rest }) => (
        <p key={from}>
          {say('calendar.change-on', {
            day: dateInWords(say, from),
            what: say('calendar.week', { days: daysInWords(say, rest) }),
          })}
        </p>
      ))}
      {laterHours.map((one) => (
        <p key={one.from}>{say('calendar.change-on', { day: dateInWords(say, one.from), what: span(one) })}</p>
      ))}
      {view.known ? null : <p role="note">{say('calendar.unknown')}</p>}
      {saved ? <p role="status">{say('calendar.saved')}</p> : null}
      <ul className="calendar-legend">
        {(['gazetted', 'estimated', 'substitute', 'closed', 'rest', 'today'] as const).map((kind) => (
          <li key={kind}>
            <DayMark kind={kind} />
            {say(`calendar.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
