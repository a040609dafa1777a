import { type EngineLog, reasonOf } from './log.ts';
import { countStanding } from './store/counts.ts';
import type { Ledger } from './store/ledger.ts';
import { writeMeta } from './store/meta.ts';
import { wipeFolder } from './store/wipe.ts';

/** That an admin withdrew this console, and how far its end has come. */
export interface Withdrawn {
  /** Everything that was kept here is gone. */
  wiped: boolean;
  /** What could not be deleted; empty before it was tried. */
  files: readonly string[];
}

/** S-29: the end of a console that was withdrawn. */
export interface Withdrawal {
  /** Null while nobody withdrew it. */
  state(): Withdrawn | null;
  /**
   * Central says so. Once nothing waits to be handed in any more the store is closed and wiped.
   * @returns true when it came to that
   */
  begin(): Promise<boolean>;
}

export interface WithdrawalParts {
  folder: string;
  ledger: Ledger;
  log: EngineLog;
  /** An earlier run was told already. */
  told: boolean;
  changed(): void;
  /** Ends whatever still works on the store, and closes it. */
  close(): Promise<void>;
}

/** Makes it; nothing ends before central has said so in this run. */
export function createWithdrawal({ folder, ledger, log, told, changed, close }: WithdrawalParts): Withdrawal {
  let state: Withdrawn | null = told ? { wiped: false, files: [] } : null;
  return {
    state: () => state,
    async begin() {
      if (state === null) {
        await ledger.write(async (db) => ({ result: await writeMeta(db, { withdrawn: true }), subjects: [] }));
        state = { wiped: false, files: [] };
        log.info('this console was withdrawn');
        changed();
      }
      if ((await countStanding(ledger.reader)).waiting > 0) return false;
      let files: string[];
      try {
        await close();
        files = wipeFolder(folder);
      } catch (error) {
        log.error('the store could not be wiped', { reason: reasonOf(error) });
        files = [folder];
      }
      state = { wiped: files.length === 0, files };
      log.info('the store was wiped', { left: files.length });
      changed();
      return true;
    },
  };
}
