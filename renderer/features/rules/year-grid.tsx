import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useSay } from '#renderer/ui/use-say.ts';
import { isoDay, readDay, startOf, weekdayOf } from '#shared/clocks/calendar/day.ts';
import type { CalendarView, DayOffView } from '#shared/contract/view/calendar.ts';
import { formatDayMonth, formatWeekday } from '#shared/text/format.ts';
import { kindOf } from './day-mark.tsx';
import { dayFrom, dayInWords, nameInWords } from './day-words.ts';

interface YearGridProps {
  view: CalendarView;
  /** The day in hand, `YYYY-MM-DD`. */
  day: string;
  today: string;
  onDay(day: string): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
/** Any week, from its Monday. */
const WEEK = [0, 1, 2, 3, 4, 5, 6].map((by) => readDay('2026-11-23') + by);

/** Twelve months side by side; arrows move by day and week, Page Up and Page Down by month. */
export function YearGrid({ view, day, today, onDay }: YearGridProps) {
  const say = useSay();
  const grid = useRef<HTMLDivElement>(null);
  const off = useMemo(() => new Map([...view.off].reverse().map((one) => [one.day, one])), [view.off]);
  const restOn = (of: string): boolean =>
    (view.weeks.findLast(({ from }) => from <= of) ?? view.weeks[0])?.rest.includes(weekdayOf(readDay(of))) ?? false;
  const go = (to: string) => {
    if (!to.startsWith(`${view.year}-`)) return;
    onDay(to);
    grid.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const month = { PageUp: -1, PageDown: 1 }[event.key];
    const step = STEPS[event.key];
    if (step === undefined && month === undefined) return;
    event.preventDefault();
    if (step !== undefined) return go(dayFrom(day, step));
    const to = Number(day.slice(5, 7)) + (month ?? 0);
    if (to >= 1 && to <= 12) go(`${view.year}-${String(to).padStart(2, '0')}-01`);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: twelve small tables are one group of days here
    <div
      ref={grid}
      className="year"
      role="group"
      aria-label={say('calendar.grid', { year: String(view.year) })}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: 12 }, (_, at) => `${view.year}-${String(at + 1).padStart(2, '0')}`).map((month) => {
        const first = readDay(`${month}-01`);
        const lead = (weekdayIndex(first) + 6) % 7;
        return (
          <div key={month} className="month">
            <h4>{formatDayMonth(say.lang, startOf(first)).replace(/^\d+ /, '')}</h4>
            <div className="month-days">
              {WEEK.map((one) => (
                <span key={one} className="month-head" aria-hidden>
                  {formatWeekday(say.lang, startOf(one)).slice(0, 1)}
                </span>
              ))}
              {daysOf(first).map((one, at) => (
                <DayCell
                  key={one}
                  day={one}
                  lead={at === 0 ? lead : 0}
                  off={off.get(one)}
                  rest={restOn(one)}
                  picked={one === day}
                  today={one === today}
                  onPick={() => onDay(one)}
                />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

interface DayCellProps {
  day: string;
  lead: number;
  off: DayOffView | undefined;
  rest: boolean;
  picked: boolean;
  today: boolean;
  onPick(): void;
}

function DayCell({ day, lead, off, rest, picked, today, onPick }: DayCellProps) {
  const say = useSay();
  const words = [
    dayInWords(say, day),
    today ? say('calendar.today') : null,
    rest ? say('calendar.rest') : null,
    off ? `${nameInWords(say, off.name)}, ${say(`calendar.${kindOf(off)}` as 'calendar.rest')}` : null,
  ].filter((one) => one !== null);
  return (
    <button
      type="button"
      className="day"
      data-day={day}
      data-rest={rest || undefined}
      data-kind={off && !(off.onRest && rest && off.why !== 'holiday') ? kindOf(off) : undefined}
      data-today={today || undefined}
      style={lead > 0 ? { gridColumnStart: lead + 1 } : undefined}
      tabIndex={picked ? 0 : -1}
      aria-pressed={picked}
      aria-label={words.join(', ')}
      title={words.slice(1).join(', ') || undefined}
      onClick={onPick}
    >
      {Number(day.slice(8))}
    </button>
  );
}

function weekdayIndex(day: number): number {
  return ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(weekdayOf(day));
}

function daysOf(first: number): string[] {
  const month = isoDay(first).slice(0, 7);
  return Array.from({ length: 31 }, (_, at) => isoDay(first + at)).filter((day) => day.startsWith(month));
}
