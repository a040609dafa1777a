import { QUIET, type Ringing, ring } from '#shared/clocks/alarms/ringing.ts';
import { ALARM_LEVELS, type AlarmPicture, type AlarmView } from '#shared/contract/view/alarms.ts';

/** What the desktop is told: how many are new, and the worst of them. */
export interface AlarmNote {
  n: number;
  worst: AlarmView;
}

/**
 * P-26: what of each picture is news for the desktop, folded as sounds are: at once after quiet or when it grows
 * worse, at most ten in ten minutes, each telling of all that came since the one before. Null: nothing now.
 * @param now ms of a clock that never jumps
 */
export function createAlarmNotes(): (picture: AlarmPicture, now: number) => AlarmNote | null {
  let told: ReadonlySet<string> = new Set();
  let ringing: Ringing = QUIET;
  return ({ items }, now) => {
    const loud = items.filter(({ level }) => level !== 'notice');
    const fresh = loud.filter(({ id }) => !told.has(id));
    const [worst] = fresh.toSorted((a, b) => ALARM_LEVELS.indexOf(b.level) - ALARM_LEVELS.indexOf(a.level));
    const { next, sound } = ring(ringing, worst?.level ?? null, now, false);
    ringing = next;
    const heard = sound === null ? told : new Set(loud.map(({ id }) => id));
    // What stands no more would be news again.
    told = new Set(loud.filter(({ id }) => heard.has(id)).map(({ id }) => id));
    return sound === null || worst === undefined ? null : { n: fresh.length, worst };
  };
}
