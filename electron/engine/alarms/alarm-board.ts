import { type EngineLog, reasonOf } from '#engine/log.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import type { Timers } from '#engine/time/timers.ts';
import { whyGone } from '#shared/clocks/alarms/why-gone.ts';
import type { BreachGuess } from '#shared/clocks/guess-breach.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';
import type { GuessView } from '#shared/contract/view/forecast.ts';
import { alarmPicture, noAlarms } from './alarm-picture.ts';
import { createCaseBook, type KeptCase } from './case-book.ts';
import { createGuessBook, learnUsual } from './guess-book.ts';
import { openRaisedBook, type RaisedBook } from './raised-book.ts';
import { type CaseAlarms, standingAlarms } from './standing-alarms.ts';
import { WakeHeap } from './wake-heap.ts';

/** After sleep a timer is late by all of it: the time is looked at this often, whatever the next moment is. */
const LOOK_MS = 5_000;
/** Many changes in a burst are looked at once. */
const SETTLE_MS = 50;
/** A sign of life for the windows, so that silence is known from death. */
const BEAT_MS = 10_000;
const PAGE = 200;
const MOST_GONE = 20;
/** What is usual changes slowly. */
const LEARN_EVERY_MS = 6 * 3_600_000;
/** A console that has no closed cases yet will soon have some. */
const LEARN_AGAIN_MS = 60_000;

interface BoardParts {
  ledger: Ledger;
  /** Corrected ms since 1970. */
  now(): number;
  timers: Timers;
  log: EngineLog;
  /** The first fill is under way: nothing is known yet. */
  filling(): boolean;
  /** A window waits for its first picture: a look at all cases stands back for it. Never when left out. */
  pictureOwed?(): boolean;
}

/** The alarms of this console's room. */
export interface AlarmBoard {
  picture(): AlarmPicture;
  /** Open cases whose running promise will probably be broken, the worst first; the same list until it changed. */
  guesses(): readonly GuessView[];
  /** How the running promises of a case will probably end; none of a case that has no alarms to come. */
  guessesOf(id: string): BreachGuess[];
  /** Share of its time (1: due, more: after that) of the worst alarm a case stands in; null without any. */
  shareOf(id: string): number | null;
  /** Since when the oldest alarm nobody acknowledged stands, ms since 1970; null while there is none. */
  oldest(): number | null;
  /** A window says whether its room can hear it, until the function given back is called. */
  room(sound: boolean): () => void;
  /** Whether the room hears any window; `null` while none says so or otherwise. */
  hears(): boolean | null;
  /** Told whenever the picture changed, and every few seconds as a sign of life. */
  subscribe(listener: () => void): () => void;
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>;
}

/**
 * P-25: looks at the clocks of a case when it changed, and when its next threshold has come: one heap, no work for each
 * row and second. All that it shows follows from the log and the time, so a restart, a sleep or a jump of the computer's
 * clock loses and repeats nothing; only when an identity was first raised here is kept.
 */
export function startAlarmBoard(parts: BoardParts): AlarmBoard {
  const { ledger, now, timers, log, filling, pictureOwed = () => false } = parts;
  const cases = createCaseBook();
  const heap = new WakeHeap();
  const dirty = new Set<string>();
  const listeners = new Set<() => void>();
  const guesses = createGuessBook();
  let raised: RaisedBook | null = null;
  let learnAt = Number.NEGATIVE_INFINITY;
  let learnEvery = LEARN_AGAIN_MS;
  const rooms = new Set<{ sound: boolean }>();
  let gone: AlarmPicture['gone'] = [];
  let trouble: AlarmPicture['trouble'] = 'starting';
  let everything = true;
  let lookedAt = 0;
  let wholeAt = 0;
  let drawn: AlarmPicture | null = null;
  let toldAt = 0;
  let stopped = false;
  let running: Promise<void> | null = null;
  let forget = () => {};
  let goOn = () => {};

  const tell = () => {
    drawn = null;
    toldAt = now();
    for (const listener of listeners) listener();
  };

  const take = (id: string, after: CaseAlarms | undefined, at: number) => {
    guesses.take(id, after?.clocks ?? []);
    for (const { alarm } of cases.get(id)?.alarms ?? []) {
      if (!after?.alarms.some((one) => one.alarm.id === alarm.id)) raised?.forget(alarm.id);
      const why = whyGone(alarm, after?.clocks ?? [], at);
      if (why === null) continue;
      const { number } = after ?? cases.get(id) ?? { number: '' };
      gone = [{ id: alarm.id, case: id, number, key: alarm.key, why, at }, ...gone].slice(0, MOST_GONE);
    }
    cases.take(id, after);
    if (after && after.next !== null) heap.push(after.next, id);
  };

  const toLookAt = async (at: number): Promise<string[]> => {
    if (at < lookedAt) everything = true;
    lookedAt = at;
    if (!everything) {
      const due = heap.due(at).filter(({ id, at: then }) => cases.get(id)?.next === then);
      const ids = new Set([...dirty, ...due.map(({ id }) => id)]);
      dirty.clear();
      return [...ids];
    }
    everything = false;
    dirty.clear();
    heap.clear();
    const rows = await ledger.reader.all<{ id: string }>(
      'SELECT id FROM case_row WHERE open = 1 AND late_at IS NOT NULL ORDER BY id',
    );
    return [...new Set([...cases.all().keys(), ...rows.map(({ id }) => id)])];
  };

  const standBack = () =>
    new Promise<void>((resolve) => {
      goOn = resolve;
      timers.after(SETTLE_MS, resolve);
    });

  const look = async () => {
    raised ??= await openRaisedBook(ledger, now());
    const from = now();
    const ids = await toLookAt(from);
    const toKeep: (() => Promise<void>)[] = [];
    for (let start = 0; start < ids.length && !stopped; start += PAGE) {
      while (pictureOwed() && !stopped) await standBack();
      const page = ids.slice(start, start + PAGE);
      const at = now();
      const found = await standingAlarms(ledger.reader, page, ledger.rules(), at);
      const byId = new Map(found.map((one) => [one.case, one]));
      for (const id of page) take(id, byId.get(id), at);
      const standing = found.flatMap(({ alarms }) => alarms.map(({ alarm }) => alarm));
      toKeep.push(await raised.raise(standing, at));
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (!stopped) {
      const well = trouble === null;
      trouble = null;
      if (ids.length > 0 || !well || now() - toldAt >= BEAT_MS) tell();
    }
    // Told first: nobody waits for the disk to hear of it.
    for (const keep of toKeep) await keep();
    if (stopped) return;
    wholeAt = from;
    await raised.seen(from);
    if (cases.all().size > 0 && (now() - learnAt >= learnEvery || now() < learnAt)) await learn();
  };

  /** Behind the first picture: what is usual says which cases will probably be late. */
  const learn = async () => {
    learnAt = now();
    const usual = await learnUsual(ledger.reader, ledger.rules(), learnAt);
    learnEvery = Object.keys(usual).length === 0 ? LEARN_AGAIN_MS : LEARN_EVERY_MS;
    if (!guesses.learn(usual)) return;
    let count = 0;
    for (const { case: id, clocks } of cases.all().values()) {
      guesses.take(id, clocks);
      count += 1;
      if (count % PAGE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    tell();
  };

  const turn = () => {
    if (stopped || running !== null) return;
    forget();
    if (pictureOwed()) {
      // A threshold that is over already is not asked after without a pause.
      forget = timers.after(SETTLE_MS, turn);
      return;
    }
    const work = filling() ? Promise.resolve() : look();
    running = work
      .catch((error: unknown) => {
        if (stopped) return;
        log.error('alarms could not be looked at', { reason: reasonOf(error) });
        everything = true;
        trouble = 'store';
        tell();
      })
      .finally(() => {
        running = null;
        arm();
      });
  };
  const arm = () => {
    if (stopped) return;
    forget();
    // What cannot be looked at now is asked for again in a while, however long a threshold is over already.
    const barred = trouble === 'store' || filling();
    const next = barred ? null : heap.next();
    const soon = dirty.size + Number(everything) > 0 && !barred ? SETTLE_MS : LOOK_MS;
    forget = timers.after(Math.max(0, Math.min(soon, next === null ? LOOK_MS : next - now())), turn);
  };

  const unsubscribe = ledger.subscribe((change) => {
    if (change.reset || change.rules) everything = true;
    for (const { case: id } of change.upserts) dirty.add(id);
    for (const id of change.removes) dirty.add(id);
    if (running === null) arm();
  });
  arm();
  return {
    picture() {
      if (raised === null) return noAlarms(now(), trouble);
      drawn ??= alarmPicture({ cases: cases.standing(), raised, gone, trouble, now: now() });
      return drawn;
    },
    guesses: () => guesses.list(),
    guessesOf: (id) => guesses.of(cases.get(id)?.clocks ?? []),
    shareOf: (id) => {
      const alarms = cases.get(id)?.alarms ?? [];
      return alarms.length === 0 ? null : Math.max(...alarms.map(({ alarm }) => alarm.fraction));
    },
    oldest: () => oldestOf(cases.standing()),
    room(sound) {
      const one = { sound };
      rooms.add(one);
      tell();
      return () => {
        if (rooms.delete(one)) tell();
      };
    },
    hears: () => (rooms.size === 0 ? null : [...rooms].some(({ sound }) => sound)),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      stopped = true;
      unsubscribe();
      forget();
      goOn();
      await running;
      // So that what is reached from now on is known as missed. A store that is gone keeps nothing.
      if (wholeAt > 0 && trouble === null) await raised?.seen(wholeAt, true).catch(() => {});
    },
  };
}

/** What makes no sound is not waited for. */
function oldestOf(cases: Iterable<KeptCase>): number | null {
  let oldest: number | null = null;
  for (const { alarms } of cases) {
    for (const { alarm, heard } of alarms) {
      if (heard === null && alarm.level !== 'notice') oldest = Math.min(oldest ?? alarm.at, alarm.at);
    }
  }
  return oldest;
}
