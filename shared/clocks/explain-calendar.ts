import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import type { ClockStep } from '#shared/domain/clock-step.ts';
import type { MessageParam } from '#shared/domain/message-ref.ts';
import type { Calendar } from './calendar/calendar.ts';
import { type Day, dayOf, startOf, type Weekday, weekdayOf } from './calendar/day.ts';
import type { Gap, Uncounted } from './counting.ts';
import { leadOver } from './lead-calendar.ts';

/** One line for each day or part of a day that does not count; hours outside office hours in one line together. */
export function gapSteps(gaps: readonly Gap[]): ClockStep[] {
  const steps: ClockStep[] = [];
  let closed = 0;
  for (const { from, to, off } of gaps) {
    if (off.why === 'hours') closed += to - from;
    else {
      const estimated = 'estimated' in off && off.estimated;
      const key = estimated ? `clock.step.off.${off.why}-estimated` : `clock.step.off.${off.why}`;
      steps.push({ step: { key, params: paramsOf(off) }, amount: duration(to - from) });
    }
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
  /** ms since 1970. */
  start: number;
  due: number;
  calendarOn: (day: Day) => Calendar;
  facts: ClockFacts;
}

/** What a reader must know of the calendar beside the sum: estimates, days nobody knows yet, a week or lead that changed. */
export function calendarNotes(gaps: readonly Gap[], { start, due, calendarOn, facts }: Span): ClockStep[] {
  const [first, last] = [dayOf(start), dayOf(due)];
  const notes: ClockStep[] = [];
  if (gaps.some(({ off }) => 'estimated' in off && off.estimated)) notes.push(note('clock.step.holiday-estimated'));
  if (facts.assignments.length === 0)
    notes.push(note('clock.step.no-lead', { state: { t: 'text', v: calendarOn(first).state.name } }));
  const leadAt = leadOver(facts);
  for (let day = first + 1; day <= last; day++) {
    const [before, after] = [calendarOn(day - 1), calendarOn(day)];
    if (before.state.code === after.state.code) notes.push(...weekNote(before.restDays(day - 1), after, day));
    else {
      const [from, to] = [leadAt(Math.max(start, startOf(day - 1))), leadAt(startOf(day))];
      notes.push(
        note('clock.step.calendar-changed', {
          from: { t: 'branch', v: from?.branch ?? '' },
          to: { t: 'branch', v: to?.branch ?? '' },
          at: { t: 'time', v: to?.from.ms ?? startOf(day) },
          day: { t: 'day', v: startOf(day) },
          before: { t: 'text', v: before.state.name },
          after: { t: 'text', v: after.state.name },
        }),
      );
    }
  }
  for (let day = first; day <= last; day++) {
    if (calendarOn(day).knows(day)) continue;
    notes.push(note('clock.step.holidays-unknown', { day: { t: 'day', v: startOf(day) } }));
    break;
  }
  return notes;
}

/** Says from when other weekly rest days hold in a state; nothing where they are the same. */
function weekNote(before: readonly Weekday[], { restDays, state }: Calendar, day: Day): ClockStep[] {
  const rest = restDays(day);
  if (rest.length === before.length && rest.every((one) => before.includes(one))) return [];
  const params: Record<string, MessageParam> = {
    day: { t: 'day', v: startOf(day) },
    state: { t: 'text', v: state.name },
  };
  const [one, other, ...more] = rest.map((weekday): MessageParam => ({ t: 'key', v: `weekday.${weekday}` }));
  if (one === undefined || more.length > 0) return [note('clock.step.rest-changed', params)];
  if (other === undefined) return [note('clock.step.rest-changed.one', { ...params, one })];
  return [note('clock.step.rest-changed.two', { ...params, one, other })];
}

function note(key: string, params: Record<string, MessageParam> = {}): ClockStep {
  return { step: { key, params }, amount: { t: 'none', v: 0 } };
}
