import type { Connection, OpenDatabase } from '#engine/store/database.ts';
import type { Stir } from './stir.ts';

/** Where a console can be made to die: before the commit, after it but before anyone hears, or on the way there. */
export const DESK_CRASH_POINTS = ['before-commit', 'after-commit', 'in-transaction', 'at-begin'] as const;
export type DeskCrashPoint = (typeof DESK_CRASH_POINTS)[number];

/** A hand on a console's store: sees when it is at rest, lets it die at a point, or fills its disk. */
export interface StoreGuard {
  open: OpenDatabase;
  /** Calls under way. */
  busy(): number;
  /** Dies the next time this point is reached, after it was passed over `skip` times. */
  arm(point: DeskCrashPoint, skip: number): void;
  disarm(): void;
  /** Writes fail as on a full disk while true. @returns via `struck` how often */
  full: boolean;
  struck: number;
  /** No call reaches the files any more. */
  kill(): void;
  readonly dead: boolean;
  /** Where it died by an armed point. */
  readonly diedAt: DeskCrashPoint | null;
  /** Lets the operating system take the files back, as after a process has gone. */
  release(): Promise<void>;
}

const WRITES = /^\s*(INSERT|UPDATE|DELETE|REPLACE)/i;

function diskFull(): Error {
  return Object.assign(new Error('SQLITE_FULL: database or disk is full'), { code: 'SQLITE_FULL', errno: 13 });
}

/** Makes the guard of one run of one console. @param openReally how the files are opened beneath */
export function createStoreGuard(openReally: OpenDatabase, stir: Stir): StoreGuard {
  let busy = 0;
  let dead = false;
  let diedAt: DeskCrashPoint | null = null;
  let armed: { point: DeskCrashPoint; skip: number } | null = null;
  const opened: Connection[] = [];

  const reached = (point: DeskCrashPoint): boolean => {
    if (armed?.point !== point) return false;
    if (armed.skip-- > 0) return false;
    dead = true;
    diedAt = point;
    armed = null;
    return true;
  };
  const gone = () => new Error('the console is gone');
  const end = () => {
    busy -= 1;
    if (busy === 0) stir.poke();
  };
  const answered = <T>(value: T): T => {
    end();
    if (dead) throw gone();
    return value;
  };
  const refused = (error: unknown): never => {
    end();
    throw error;
  };
  function through<T>(call: () => Promise<T>): Promise<T> {
    if (dead) return Promise.reject(gone());
    busy += 1;
    return call().then(answered<T>, refused);
  }
  const guard: StoreGuard = {
    async open(file) {
      const real = await through(() => openReally(file));
      opened.push(real);
      let inTransaction = false;
      return {
        run: (sql, params) =>
          through(async () => {
            if (sql === 'BEGIN IMMEDIATE') {
              inTransaction = true;
              if (reached('at-begin')) throw gone();
            } else if (sql === 'COMMIT') {
              inTransaction = false;
              if (reached('before-commit')) throw gone();
              const changes = await real.run(sql, params);
              if (reached('after-commit')) throw gone();
              return changes;
            } else if (sql === 'ROLLBACK') inTransaction = false;
            else if (inTransaction && WRITES.test(sql)) {
              if (reached('in-transaction')) throw gone();
              if (guard.full) {
                guard.struck += 1;
                throw diskFull();
              }
            }
            return real.run(sql, params);
          }),
        all: (sql, params) => through(() => real.all(sql, params)),
        get: (sql, params) => through(() => real.get(sql, params)),
        exec: (sql) => through(() => real.exec(sql)),
        close: () => through(() => real.close()),
      };
    },
    busy: () => busy,
    arm(point, skip) {
      armed = { point, skip };
    },
    disarm() {
      armed = null;
    },
    full: false,
    struck: 0,
    kill() {
      dead = true;
    },
    get dead() {
      return dead;
    },
    get diedAt() {
      return diedAt;
    },
    async release() {
      dead = true;
      for (const one of opened.splice(0)) await one.close().catch(() => {});
    },
  };
  return guard;
}
