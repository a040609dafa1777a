import { useSay } from '#renderer/ui/use-say.ts';
import type { ReadHolidaysView, ReadHolidayView } from '#shared/contract/view/calendar.ts';
import type { TextKey } from '#shared/text/say.ts';
import { DayMark } from './day-mark.tsx';
import { dateInWords, dayInWords, nameInWords, whereInWords } from './day-words.ts';
import { ScrollBox } from './scroll-box.tsx';
import { verdictCounts } from './taken-holidays.ts';

/** How to mend what is wrong with a line. */
const FIXES: Readonly<Record<string, TextKey>> = {
  'holidays.fault.headings': 'calendar.fix.headings',
  'holidays.fault.date': 'calendar.fix.date',
  'holidays.fault.state': 'calendar.fix.state',
  'holidays.fault.name': 'calendar.fix.name',
  'holidays.fault.twice': 'calendar.fix.twice',
  'holidays.fault.time': 'calendar.fix.time',
  'holidays.fault.long': 'calendar.fix.long',
  'holidays.fault.ical': 'calendar.fix.ical',
};

interface ImportTableProps {
  read: ReadHolidaysView;
  /** Places of those to be set. */
  taken: ReadonlySet<number>;
  onTaken(taken: ReadonlySet<number>): void;
}

/** Holidays of a file beside what stands, then the lines that could not be read, each with how to mend it. */
export function ImportTable({ read, taken, onTaken }: ImportTableProps) {
  const say = useSay();
  const fixOf = (fault: string) => say.key(FIXES[fault] ?? 'calendar.fix.headings');
  const toggle = (at: number) => {
    const after = new Set(taken);
    if (!after.delete(at)) after.add(at);
    onTaken(after);
  };
  return (
    <ScrollBox>
      {read.faults.length === 0 ? null : (
        <section className="import-faults" role="alert">
          <h3>{say('calendar.import.faults', { n: read.faults.length })}</h3>
          <ul>
            {read.faults.map(({ line, why }) => (
              <li key={`${line} ${why.key}`}>
                <b>{say(read.form === 'ical' ? 'calendar.import.entry' : 'calendar.import.line', { n: line })}</b>{' '}
                {say.ref(why)}. {fixOf(why.key)}.
              </li>
            ))}
          </ul>
        </section>
      )}
      <h3 role="status">
        {read.holidays.length === 0
          ? say('calendar.import.nothing')
          : say('calendar.import.seen', verdictCounts(read.holidays))}
      </h3>
      {read.holidays.length === 0 ? null : (
        <table className="rules-table import-table">
          <thead>
            <tr>
              {(['take', 'day', 'name', 'where', 'verdict'] as const).map((head) => (
                <th key={head} scope="col">
                  {say(`calendar.import.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {read.holidays.map((one, at) => {
              const open = one.mayEdit && one.verdict !== 'same';
              return (
                <tr key={`${one.day} ${one.name.v} ${one.states.join(' ')}`} data-verdict={one.verdict}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`${say('calendar.import.take')}: ${nameInWords(say, one.name)}, ${dayInWords(say, one.day)}`}
                      checked={taken.has(at)}
                      disabled={!open}
                      onChange={() => toggle(at)}
                    />
                  </td>
                  <td>{dayInWords(say, one.day)}</td>
                  <td>
                    <DayMark kind={one.status} /> {nameInWords(say, one.name)}{' '}
                    <small>{say(`calendar.${one.status}`)}</small>
                  </td>
                  <td>{whereInWords(say, { states: one.states, branches: [] })}</td>
                  <td>
                    <b>{say(`calendar.import.${one.verdict}`)}</b> <small>{besides(one)}</small>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </ScrollBox>
  );

  function besides({ verdict, before, mayEdit }: ReadHolidayView): string {
    if (!mayEdit) return say('calendar.import.not-yours');
    if (before === null) return '';
    if (verdict === 'moved') return say('calendar.import.was.moved', { day: dateInWords(say, before.day) });
    if (verdict === 'clash') return say('calendar.import.was.clash', { name: nameInWords(say, before.name) });
    return verdict === 'changed'
      ? say('calendar.import.was.changed', { status: say(`calendar.${before.status}`) })
      : '';
  }
}
