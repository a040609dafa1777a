import type { CalendarEntry } from '#shared/contract/wire/rule-values.ts';
import { type Day, isoDay } from './day.ts';
import type { Holiday } from './holiday.ts';

/** Days within which the same name is taken for the same holiday on another day. */
const MOVED_WITHIN = 20;

type Verdict = 'new' | 'changed' | 'moved' | 'same' | 'clash';

/** A holiday of a file beside what stands, and the lines that would set it. */
export interface ComparedHoliday {
  holiday: Holiday;
  verdict: Verdict;
  /** What stands of it already: the same name, or the other one of that day. */
  before: Holiday | null;
  entries: { id?: string; entry: CalendarEntry }[];
}

/**
 * Compares holidays that were read with those that stand, state by state. Nothing is lost: a clash is shown beside what
 * it would stand over, and a holiday that moved takes its old day off only where nothing else is kept on it.
 * @param standing the newest line of a day and name first
 * @param called every name a holiday goes by, lower case: two that share one are the same
 */
export function compareHolidays(
  read: readonly Holiday[],
  standing: readonly Holiday[],
  called: (holiday: Holiday) => readonly string[],
): ComparedHoliday[] {
  const byDay = new Map<Day, Holiday[]>();
  for (const one of standing) if (one.states.length > 0) byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
  const alike = (a: Holiday, b: Holiday) => called(a).some((name) => called(b).includes(name));
  const ofDay = (day: Day, state: string) => (byDay.get(day) ?? []).filter(({ states }) => states.includes(state));
  const inFile = (day: Day, like: Holiday) => read.some((one) => one.day === day && alike(one, like));
  const earlier = (holiday: Holiday, state: string): Holiday | null => {
    for (let by = 1; by <= MOVED_WITHIN; by++)
      for (const day of [holiday.day - by, holiday.day + by]) {
        const found = ofDay(day, state).find((one) => alike(one, holiday));
        if (found !== undefined && !inFile(day, found)) return found;
      }
    return null;
  };
  return read.map((holiday) => {
    const found = holiday.states.map((state) => {
      const [same, other] = [
        ofDay(holiday.day, state).find((one) => alike(one, holiday)),
        ofDay(holiday.day, state).find((one) => !alike(one, holiday)),
      ];
      if (same !== undefined) {
        const equal = same.status === holiday.status && same.substitute === holiday.substitute;
        return { state, verdict: equal ? 'same' : 'changed', before: same } as const;
      }
      const was = earlier(holiday, state);
      if (was !== null) return { state, verdict: 'moved', before: was } as const;
      return other === undefined
        ? ({ state, verdict: 'new', before: null } as const)
        : ({ state, verdict: 'clash', before: other } as const);
    });
    const of = (wanted: Verdict) => found.filter(({ verdict }) => verdict === wanted);
    const verdict = (['clash', 'moved', 'changed', 'new'] as const).find((one) => of(one).length > 0) ?? 'same';
    const before = of(verdict)[0]?.before ?? null;
    // A holiday that is known keeps its own words in both languages.
    const known = found.find((one) => one.verdict !== 'clash' && one.before !== null)?.before?.name ?? holiday.name;
    const named = {
      ...holiday,
      name: known,
      states: found.flatMap((one) => (one.verdict === 'same' ? [] : one.state)),
    };
    return {
      holiday: { ...holiday, name: known },
      verdict,
      before,
      entries: entriesOf(named, before, of('moved'), ofDay),
    };
  });
}

function entriesOf(
  holiday: Holiday,
  before: Holiday | null,
  moved: readonly { state: string; before: Holiday | null }[],
  ofDay: (day: Day, state: string) => readonly Holiday[],
): ComparedHoliday['entries'] {
  const { day, name, states, status, source, substitute } = holiday;
  if (states.length === 0) return [];
  const own = before?.line;
  const whole = before?.states.every((state) => states.includes(state)) === true && before.branches.length === 0;
  const replaces = own !== undefined && whole && before?.day === day ? { id: own } : {};
  const entry: CalendarEntry = {
    kind: 'off',
    day: isoDay(day),
    states: [...states],
    branches: [],
    name: { t: name.t === 'key' ? 'key' : 'text', v: String(name.v).slice(0, 120) },
    status,
    source: source.slice(0, 400),
    substitute,
  };
  const left = new Map<Day, string[]>();
  for (const { state, before: was } of moved)
    if (was !== null && ofDay(was.day, state).length === 1) left.set(was.day, [...(left.get(was.day) ?? []), state]);
  const worked = [...left].map(([old, of]): { entry: CalendarEntry } => ({
    entry: { kind: 'worked', day: isoDay(old), states: of, branches: [] },
  }));
  return [...worked, { ...replaces, entry }];
}
