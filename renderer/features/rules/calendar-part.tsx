import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { dayOf, isoDay } from '#shared/clocks/calendar/day.ts';
import { stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { CalendarView } from '#shared/contract/view/calendar.ts';
import { branches } from '#shared/geo/branches.ts';
import { CalendarFacts } from './calendar-facts.tsx';
import { DayList } from './day-list.tsx';
import { DaySide } from './day-side.tsx';
import { ImportPart } from './import-part.tsx';
import { useOwnArea } from './use-own-area.ts';
import { YearGrid } from './year-grid.tsx';
import './calendar.css';

const codeOf = (name: string) => stateWeeks.find((state) => state.name === name)?.code ?? 'KUL';

/** The days of a state or one of its offices over a year; supervisors change them, seeing first what would move. */
export function CalendarPart() {
  const say = useSay();
  const { engine, clock } = useDesk();
  const own = useOwnArea();
  const today = isoDay(dayOf(clock.now()));
  const [state, setState] = useState(codeOf(own.state));
  const [branch, setBranch] = useState<string | null>(own.branch);
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [day, setDay] = useState(today);
  const [reply, setReply] = useState<Reply<CalendarView> | null>(null);
  const [importing, setImporting] = useState(false);
  const [saved, setSaved] = useState(false);
  // Leafed through quickly, a year that was left answers nobody.
  const asked = useRef(0);
  const read = useCallback(() => {
    const mine = ++asked.current;
    void engine.call('rules.calendar', { state, branch, year }).then((answer) => {
      if (mine === asked.current) setReply(answer);
    });
  }, [engine, state, branch, year]);
  useEffect(read, [read]);
  const view = reply?.ok ? reply.value : null;
  const name = stateWeeks.find(({ code }) => code === state)?.name;
  const changed = () => {
    setSaved(true);
    setImporting(false);
    read();
  };
  const turn = (by: number) => {
    setYear(year + by);
    setDay(`${year + by}-01-01`);
  };
  if (importing) return <ImportPart state={state} onDone={changed} onCancel={() => setImporting(false)} />;
  return (
    <div className="calendar">
      <div className="calendar-top">
        <SelectField
          label={say('calendar.state')}
          value={state}
          options={stateWeeks.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => {
            setState(event.target.value);
            setBranch(null);
          }}
        />
        <SelectField
          label={say('calendar.branch')}
          value={branch ?? ''}
          options={[
            { value: '', label: say('calendar.branch.all') },
            ...branches
              .filter((one) => one.state === name)
              .map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
          ]}
          onChange={(event) => setBranch(event.target.value === '' ? null : event.target.value)}
        />
        <div className="calendar-year">
          <IconButton icon={ChevronLeft} label={say('calendar.year.before')} onClick={() => turn(-1)} />
          <b aria-live="polite">{year}</b>
          <IconButton icon={ChevronRight} label={say('calendar.year.after')} onClick={() => turn(1)} />
        </div>
        <Button onClick={() => setImporting(true)}>{say('calendar.import')}</Button>
      </div>
      {reply && !reply.ok ? <p role="alert">{say.ref(reply.failure.message)}</p> : null}
      {view === null ? (
        <p role="status">{say('rules.loading')}</p>
      ) : (
        <>
          <CalendarFacts view={view} saved={saved} />
          <div className="calendar-body">
            <YearGrid view={view} day={day} today={today} onDay={setDay} />
            <div className="calendar-side">
              <DaySide
                key={`${state} ${branch} ${day}`}
                view={view}
                day={day}
                onChanged={changed}
                onBegin={() => setSaved(false)}
              />
              <DayList view={view} day={day} onDay={setDay} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}
