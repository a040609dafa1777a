import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Person } from '#shared/domain/person-role.ts';
import type { SecretBox } from './secret-box.ts';
import { loadPeople } from './store/folded-rows.ts';
import type { Ledger } from './store/ledger.ts';
import { writeMeta } from './store/meta.ts';
import { renameProof } from './store/sign-in-proofs.ts';
import { type CentralApi, CentralProblem } from './sync/central-api.ts';
import type { DeviceKey } from './sync/device-key.ts';
import { createLatestTime, createOfflineLock } from './sync/offline-lock.ts';
import { createOfflineProof } from './sync/offline-proof.ts';
import { createSignIn, type SignIn } from './sync/sign-in.ts';
import type { CorrectedClock } from './time/corrected-clock.ts';
import type { Timers } from './time/timers.ts';

/** The place at the desk: who sits there, and for how long without central. */
export interface Seat {
  readonly signIn: SignIn;
  /** Who sits here, locked out or not; null before anyone signed in. */
  person(): Person | null;
  /** Who may look and act: nobody while the screens are locked. */
  acting(): Person | null;
  locked(): boolean;
  /** Up to when who sits here may go on without central, ms since 1970. */
  until(): number | null;
  /** Told whenever another person sits here, or nobody, or the screens lock or unlock. */
  onChange(listener: () => void): () => void;
  /** Tells all listeners. */
  tell(): void;
  /** Signs in at central, or by what this console knows while central does not answer. @throws CentralProblem CallFailure */
  enter(api: CentralApi, signal: AbortSignal, account: { username: string; password: string }): Promise<void>;
  leave(): Promise<void>;
  /** Looks into the log whether who sits here may do other things by now. */
  relearn(): Promise<void>;
  stop(): void;
}

export interface SeatParts {
  ledger: Ledger;
  box: SecretBox;
  device: string;
  key: DeviceKey;
  clock: CorrectedClock;
  monotonic(): number;
  timers: Timers;
  random(bytes: number): Uint8Array;
  /** See createOfflineProof. */
  passwordCost?: number | undefined;
  account(): Promise<{ username: string; password: string } | null>;
  kept: { user?: Person | undefined; latestMs?: number | undefined };
  failed(error: unknown): void;
}

/** S-30: opens it as the store kept it. */
export async function openSeat(parts: SeatParts): Promise<Seat> {
  const { ledger, box, clock, kept } = parts;
  let person: Person | null = kept.user ?? null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const latest = createLatestTime(clock, parts.monotonic, kept.latestMs ?? 0);
  const proofs = createOfflineProof({
    ledger,
    box,
    random: parts.random,
    latest: latest.now,
    cost: parts.passwordCost,
  });
  const lock = createOfflineLock({
    ledger,
    proofs,
    latest,
    timers: parts.timers,
    person: () => person,
    changed: tell,
    failed: parts.failed,
  });
  const review = () => void lock.review().catch(parts.failed);
  const become = (next: Person | null) => {
    person = next;
    tell();
    review();
  };
  const signIn = createSignIn({
    ledger,
    box,
    get device() {
      return parts.device;
    },
    get key() {
      return parts.key;
    },
    account: parts.account,
    proofs,
    person: () => person,
    signedIn: become,
    vouched: () => {
      if (lock.locked()) review();
    },
  });
  await lock.review();
  return {
    signIn,
    person: () => person,
    acting: () => (lock.locked() ? null : person),
    locked: lock.locked,
    until: lock.until,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell,
    async enter(api, signal, account) {
      try {
        await signIn.signIn(api, signal, account);
      } catch (error) {
        if (error instanceof CallFailure || (error instanceof CentralProblem && error.status < 500)) throw error;
        await signIn.sitOffline(await proofs.check(account), account);
      }
      await lock.review();
      tell();
    },
    leave: () => signIn.signOut(),
    async relearn() {
      const before = person;
      if (before === null) return;
      const now = (await loadPeople(ledger.reader, [before.id])).get(before.id);
      if (now === undefined || person !== before || JSON.stringify(now) === JSON.stringify(before)) return;
      await ledger.write(async (db) => {
        await writeMeta(db, { user: now });
        await renameProof(db, now);
        return { result: undefined, subjects: [] };
      });
      if (person === before) become(now);
    },
    stop: lock.stop,
  };
}
