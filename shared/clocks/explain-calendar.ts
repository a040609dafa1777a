import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import type { ClockStep } from '#shared/domain/clock-step.ts';
import type { MessageParam } from '#shared/domain/message-ref.ts';
import type { Calendar } from './calendar/calendar.ts';
import { type Day, startOf, weekdayOf } from './calendar/day.ts';
import type { Gap, Uncounted } from './counting.ts';

/** One line for each day or part of a day that does not count; hours outside office hours in one line together. */
export function gapSteps(gaps: readonly Gap[]): ClockStep[] {
  const steps: ClockStep[] = [];
  let closed = 0;
  for (const { from, to, off } of gaps) {
    if (off.why === 'hours') closed += to - from;
    else steps.push({ step: { key: `clock.step.off.${off.why}`, params: paramsOf(off) }, amount: duration(to - from) });
  }
  return closed === 0 ? steps : [...steps, { step: { key: 'clock.step.off.hours' }, amount: duration(closed) }];
}

const duration = (v: number) => ({ t: 'duration', v }) as const;

function paramsOf(off: Exclude<Uncounted, { why: 'hours' }>): Record<string, MessageParam> {
  const day: Record<string, MessageParam> = {
    weekday: { t: 'key', v: `weekday.${weekdayOf(off.day)}` },
    day: { t: 'day', v: startOf(off.day) },
  };
  if (!('calendar' in off)) return day;
  const state: MessageParam = { t: 'text', v: off.calendar.state.name };
  return off.why === 'rest' ? { ...day, state } : { ...day, state, holiday: off.name };
}

interface Span {
  first: Day;
  last: Day;
  calendarOn: (day: Day) => Calendar;
  facts: ClockFacts;
}

/** What a reader must know of the calendar beside the sum: estimates, days nobody knows yet, a lead that changed. */
export function calendarNotes(gaps: readonly Gap[], { first, last, calendarOn, facts }: Span): ClockStep[] {
  const note = (key: string, params: Record<string, MessageParam> = {}): ClockStep => ({
    step: { key, params },
    amount: { t: 'none', v: 0 },
  });
  const notes: ClockStep[] = [];
  if (gaps.some(({ off }) => 'estimated' in off && off.estimated)) notes.push(note('clock.step.holiday-estimated'));
  if (facts.assignments.length === 0)
    notes.push(note('clock.step.no-lead', { state: { t: 'text', v: calendarOn(first).state.name } }));
  for (let day = first + 1; day <= last; day++) {
    const [before, after] = [calendarOn(day - 1).state, calendarOn(day).state];
    if (before.code !== after.code)
      notes.push(
        note('clock.step.calendar-changed', {
          day: { t: 'day', v: startOf(day) },
          before: { t: 'text', v: before.name },
          after: { t: 'text', v: after.name },
        }),
      );
  }
  for (let day = first; day <= last; day++) {
    if (calendarOn(day).knows(day)) continue;
    notes.push(note('clock.step.holidays-unknown', { day: { t: 'day', v: startOf(day) } }));
    break;
  }
  return notes;
}
