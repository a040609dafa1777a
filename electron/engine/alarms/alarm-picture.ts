import { alarmRate } from '#shared/clocks/alarms/alarm-rate.ts';
import { ALARM_LEVELS, type AlarmPicture, type AlarmView } from '#shared/contract/view/alarms.ts';
import type { KeptCase } from './case-book.ts';
import type { RaisedBook } from './raised-book.ts';

/** A window shows and acknowledges so many at a time; the counts tell of all. */
const MOST_ITEMS = 200;
const MOST_HEARD = 20;

interface Parts {
  /** Those that stand in an alarm. */
  cases: Iterable<KeptCase>;
  raised: Pick<RaisedBook, 'of' | 'moments'>;
  gone: AlarmPicture['gone'];
  trouble: AlarmPicture['trouble'];
  now: number;
}

/** What a window shows of the alarms that stand. */
export function alarmPicture({ cases, raised, gone, trouble, now }: Parts): AlarmPicture {
  const items: AlarmView[] = [];
  const heard: AlarmPicture['heard'] = [];
  const counts = { notice: 0, warn: 0, urgent: 0, breach: 0, again: 0 };
  for (const one of cases) {
    for (const { alarm, heard: by } of one.alarms) {
      const was = raised.of(alarm.id);
      const view = {
        ...alarm,
        case: one.case,
        number: one.number,
        lead: one.lead,
        raisedAt: was?.at ?? now,
        late: was?.late ?? false,
      };
      if (by !== null) heard.push({ ...view, by: by.by, heardAt: by.at });
      else {
        items.push(view);
        counts[alarm.level] += 1;
      }
    }
  }
  items.sort((a, b) => ALARM_LEVELS.indexOf(b.level) - ALARM_LEVELS.indexOf(a.level) || a.due - b.due || order(a, b));
  heard.sort((a, b) => b.heardAt - a.heardAt || order(a, b));
  return {
    at: now,
    trouble,
    counts,
    items: items.slice(0, MOST_ITEMS),
    heard: heard.slice(0, MOST_HEARD),
    gone,
    rate: { ...alarmRate(raised.moments(), now), standing: items.length + heard.length },
  };
}

/** An empty room: for a console that was withdrawn, and before the first look. */
export function noAlarms(now: number, trouble: AlarmPicture['trouble']): AlarmPicture {
  return alarmPicture({ cases: [], raised: { of: () => undefined, moments: () => [] }, gone: [], trouble, now });
}

function order(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
