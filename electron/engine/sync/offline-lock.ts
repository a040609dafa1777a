import type { Ledger } from '#engine/store/ledger.ts';
import { writeMeta } from '#engine/store/meta.ts';
import type { CorrectedClock } from '#engine/time/corrected-clock.ts';
import type { Timers } from '#engine/time/timers.ts';
import type { Person } from '#shared/domain/person-role.ts';
import type { OfflineProof } from './offline-proof.ts';

const LOOK_AGAIN_MS = 60_000;
const KEEP_EVERY_MS = 600_000;

/** The later of what the time may be. */
export interface LatestTime {
  /** ms since 1970. While central was not heard in this boot: not before all the time this console ran since it was. */
  now(): number;
}

/** @param kept what an earlier run had come to, ms since 1970 @param monotonic ms, never going back in a boot */
export function createLatestTime(clock: CorrectedClock, monotonic: () => number, kept: number): LatestTime {
  const from = monotonic();
  return {
    now: () => (clock.certain() ? clock.now() : Math.max(clock.now(), Math.floor(kept + monotonic() - from))),
  };
}

/** Whether the person who sits here has been without central for too long: screens lock, nothing else stops. */
export interface OfflineLock {
  locked(): boolean;
  /** Up to when the person may go on, ms since 1970; null while nobody sits here. */
  until(): number | null;
  /** Looks again: another person came, or central vouched for this one. */
  review(): Promise<void>;
  stop(): void;
}

export interface LockParts {
  ledger: Ledger;
  proofs: OfflineProof;
  latest: LatestTime;
  timers: Timers;
  person(): Person | null;
  /** Told when it locks or unlocks. */
  changed(): void;
  failed(error: unknown): void;
}

/** Makes it; nothing is looked at before the first `review`. */
export function createOfflineLock(parts: LockParts): OfflineLock {
  let isLocked = false;
  let end: number | null = null;
  let keptAt = parts.latest.now();
  let forget = () => {};
  let stopped = false;
  const review = async () => {
    const person = parts.person();
    end = person === null ? null : await parts.proofs.until(person);
    if (stopped) return;
    const now = parts.latest.now();
    const locks = end !== null && now > end;
    const turned = locks !== isLocked;
    isLocked = locks;
    if (turned) parts.changed();
    if (Math.abs(now - keptAt) >= KEEP_EVERY_MS) {
      keptAt = now;
      await parts.ledger.write(async (db) => ({ result: await writeMeta(db, { latestMs: now }), subjects: [] }));
    }
    forget();
    if (stopped || end === null) return;
    const wait = locks ? LOOK_AGAIN_MS : Math.min(LOOK_AGAIN_MS, Math.max(0, end - now) + 1);
    forget = parts.timers.after(wait, () => void review().catch(parts.failed));
  };
  return {
    locked: () => isLocked,
    until: () => end,
    review,
    stop() {
      stopped = true;
      forget();
    },
  };
}
