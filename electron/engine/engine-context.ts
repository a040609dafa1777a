import type { z } from 'zod';
import type { Calendars } from '#shared/clocks/calendar/calendars.ts';
import type { ClockPolicy } from '#shared/clocks/policies.ts';
import type { Person } from '#shared/domain/person-role.ts';
import type { Geography } from '#shared/geo/geography.ts';
import type { AlarmBoard } from './alarms/alarm-board.ts';
import type { FirstPicture } from './first-picture.ts';
import type { EngineLog } from './log.ts';
import type { KeptIndex } from './search/keep-index.ts';
import type { SettingsBoard } from './settings-board.ts';
import type { Ledger } from './store/ledger.ts';
import type { Ask } from './sync/central-api.ts';
import type { DemoAccount } from './sync/demo-account.ts';
import type { LinkBoard } from './sync/link-board.ts';
import type { PresenceBoard } from './sync/presence-board.ts';
import type { CorrectedClock } from './time/corrected-clock.ts';
import type { Withdrawn } from './withdrawal.ts';

/** What the shell told of itself at the start. */
export interface ShellFacts {
  readonly version: string;
  /** Such as "Electron 33.2.1". */
  readonly runtime: string;
  /** Central runs inside this console. */
  readonly embedded: boolean;
}

/** What acts and calls share. */
export interface EngineContext {
  readonly ledger: Ledger;
  readonly geography: Geography;
  /** What clocks are counted by now: shipped, and over it what supervisors set. */
  readonly policies: readonly ClockPolicy[];
  readonly calendars: Calendars;
  /** Words of all cases, in memory; read when first asked for. */
  readonly search: KeptIndex;
  readonly firstPicture: FirstPicture;
  /** What this console alarms its room of. */
  readonly alarms: AlarmBoard;
  readonly clock: CorrectedClock;
  readonly link: LinkBoard;
  readonly presence: PresenceBoard;
  readonly log: EngineLog;
  readonly settings: SettingsBoard;
  readonly facts: ShellFacts;
  /** A key of the operating system guards the store's secrets. */
  readonly storeProtected: boolean;
  readonly profile: 'demo' | 'live';
  readonly device: string;
  /** Names this run of the engine. */
  readonly session: string;
  /** A fresh UUIDv7. */
  newId(): string;
  /** Who sits here and may look and act: null before anyone signed in, and while the screens are locked. */
  person(): Person | null;
  /** Who sits here, locked or not, and up to when without central (ms since 1970). */
  seat(): { user: Person | null; locked: boolean; until: number | null };
  /** An admin withdrew this console; null otherwise. */
  withdrawn(): Withdrawn | null;
  /** Told whenever another person sits here, or nobody, or the screens lock, or the console is withdrawn. */
  onPerson(listener: () => void): () => void;
  /** @throws CentralProblem or TypeError, as central answers or not */
  signIn(account: { username: string; password: string }): Promise<void>;
  signOut(): Promise<void>;
  /** Asks central in the name of who sits here. @throws CentralProblem or TypeError */
  askCentral<T extends z.ZodType>(shape: T, ask: Pick<Ask, 'method' | 'path' | 'body'>): Promise<z.output<T>>;
  /** The sample people of an embedded demo central; nobody anywhere else. */
  demoAccounts(): Promise<DemoAccount[]>;
  /** Where central answers, or '' while that is not known. */
  centralUrl(): string;
  /** Brings the link board's counts of waiting and refused acts up to the last commit. */
  recount(): Promise<void>;
  /** Something waits for central: the sync may push it. */
  wakeSync(): void;
}
