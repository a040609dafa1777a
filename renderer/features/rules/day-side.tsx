import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { readDay, weekdayOf } from '#shared/clocks/calendar/day.ts';
import type { CalendarChange, CalendarLineView, CalendarView, DayOffView } from '#shared/contract/view/calendar.ts';
import type { CalendarEntry } from '#shared/contract/wire/rule-values.ts';
import { formatMoment } from '#shared/text/format.ts';
import { ConfirmChange } from './confirm-change.tsx';
import { DayMark, kindOf } from './day-mark.tsx';
import { dayInWords, lineInWords, nameInWords, timeInWords, whereInWords } from './day-words.ts';
import { HolidayForm } from './holiday-form.tsx';

interface DaySideProps {
  view: CalendarView;
  day: string;
  /** Somebody begins a change. */
  onBegin(): void;
  onChanged(): void;
}

/** One day: whether it is worked and why not, who said so, and what a supervisor may make of it. */
export function DaySide({ view, day, onBegin, onChanged }: DaySideProps) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const [change, setChange] = useState<{ title: string; change: CalendarChange } | null>(null);
  const off = view.off.filter((one) => one.day === day);
  const lines = view.lines.filter(({ entry }) => 'day' in entry && entry.day === day);
  const week = view.weeks.findLast(({ from }) => from <= day) ?? view.weeks[0];
  const hours = view.hours.findLast(({ from }) => from <= day) ?? view.hours[0];
  const rest = week?.rest.includes(weekdayOf(readDay(day))) ?? false;
  const worked = off.length === 0 && !rest;
  const states = view.branch === null ? [view.state] : [];
  const branches = view.branch === null ? [] : [view.branch];
  const propose = (title: string, change: CalendarChange) => {
    onBegin();
    setAdding(false);
    setChange({ title, change });
  };
  if (change)
    return (
      <ConfirmChange
        title={change.title}
        change={change.change}
        onDone={() => {
          setChange(null);
          onChanged();
        }}
        onCancel={() => setChange(null)}
      />
    );
  if (adding)
    return (
      <HolidayForm
        view={view}
        day={day}
        onEntry={(entry) =>
          propose(say('calendar.change.add', { day: dayInWords(say, day) }), { entries: [{ entry }] })
        }
        onCancel={() => setAdding(false)}
      />
    );
  const confirmed = (one: DayOffView): CalendarEntry => ({
    kind: 'off',
    day,
    states,
    branches,
    name: one.name,
    status: 'gazetted',
    source: one.source,
    substitute: true,
  });
  return (
    <section className="day-side" aria-live="polite">
      <h3>{dayInWords(say, day)}</h3>
      {rest ? <p>{say('calendar.rest')}</p> : null}
      {worked && hours ? (
        <p>
          {say('calendar.working')} · {timeInWords(hours.open)}–{timeInWords(hours.close)}
        </p>
      ) : null}
      {off.map((one) => {
        const kind = kindOf(one);
        const name = nameInWords(say, one.name);
        return (
          <div key={`${one.why} ${one.name.v}`} className="day-fact">
            <p>
              <DayMark kind={kind} /> <b>{name}</b> · {say(`calendar.${kind}` as 'calendar.rest')}
              {one.everywhere ? ` · ${say('calendar.everywhere')}` : ''}
            </p>
            <small>
              {say('calendar.source', { source: one.source })}
              {one.line === null ? ` · ${say('calendar.shipped')}` : ''}
            </small>
            {view.mayEdit && one.why !== 'substitute' ? (
              <p className="day-acts">
                {one.status === 'estimated' && one.why === 'holiday' && view.branch === null ? (
                  <Button
                    onClick={() =>
                      propose(say('calendar.change.confirm', { name }), { entries: [{ entry: confirmed(one) }] })
                    }
                  >
                    {say('calendar.confirm')}
                  </Button>
                ) : null}
                {one.line === null && !one.onRest ? (
                  <Button
                    onClick={() =>
                      propose(say('calendar.change.worked', { name }), {
                        entries: [{ entry: { kind: 'worked', day, states, branches } }],
                      })
                    }
                  >
                    {say('calendar.make-worked')}
                  </Button>
                ) : null}
              </p>
            ) : null}
          </div>
        );
      })}
      {lines.length === 0 ? null : <h4>{say('calendar.lines')}</h4>}
      {lines.map((line) => (
        <SetLine
          key={line.id}
          line={line}
          onWithdraw={() =>
            propose(say('calendar.change.withdraw', { name: lineInWords(say, line.entry) }), {
              entries: [],
              withdraw: [line.id],
            })
          }
        />
      ))}
      {view.mayEdit ? (
        <p className="day-acts">
          <Button look="primary" onClick={() => setAdding(true)}>
            {say('calendar.add')}
          </Button>
        </p>
      ) : (
        <p className="rules-lead">{say('calendar.read-only')}</p>
      )}
    </section>
  );
}

function SetLine({ line, onWithdraw }: { line: CalendarLineView; onWithdraw(): void }) {
  const say = useSay();
  const { clock } = useDesk();
  const { entry } = line;
  return (
    <div className="day-fact">
      <p>
        <b>{lineInWords(say, entry)}</b>
        {'states' in entry ? ` · ${whereInWords(say, entry)}` : ''}
      </p>
      <small>
        {say('rules.by', { name: line.by, time: formatMoment(say.lang, line.setAt, clock.now()) })}
        {line.reason === null ? '' : ` · ${line.reason}`}
      </small>
      {line.mayEdit ? (
        <p className="day-acts">
          <Button onClick={onWithdraw}>{say('calendar.withdraw')}</Button>
        </p>
      ) : null}
    </div>
  );
}
