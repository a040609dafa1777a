import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { needDependencies } from './npm-dependencies.mjs';
import { cacheFolder } from './places.mjs';
import { SetupError, say } from './words.mjs';

/** What every command needs before anything else. Cheap, no network. */
export function setUpBasics() {
  needDependencies();
}

/**
 * Runs the steps a command asks for; each is idempotent, so a run after an interruption goes on where it stopped.
 * parts: 'sqlite' | 'sqlite-at-once' | 'postgres' | 'electron' | 'display'. Returns {electron} where asked for: its runtime,
 * or {electron: undefined, reason} when no Electron can be had (the caller then serves to a browser).
 */
export async function setUp(parts) {
  setUpBasics();
  return withLock(join(cacheFolder(), 'set-up.lock'), async () => {
    // Imported late: these modules use npm packages, which the line above has just made sure of.
    if (parts.includes('sqlite')) await (await import('./sqlite.mjs')).setUpSqlite();
    if (parts.includes('sqlite-at-once')) await (await import('./sqlite-at-once.mjs')).setUpSqliteAtOnce();
    if (parts.includes('postgres')) await (await import('./postgres.mjs')).setUpPostgres();
    const result = {};
    if (parts.includes('electron')) {
      try {
        const { setUpElectron } = await import('./electron.mjs');
        const { setUpLibraries } = await import('./system-libraries.mjs');
        const electron = await setUpElectron();
        await setUpLibraries(electron.binary);
        await (await import('./sandbox.mjs')).setUpSandbox(electron.binary);
        if (parts.includes('display')) await (await import('./display.mjs')).setUpDisplay();
        result.electron = electron;
      } catch (error) {
        if (!(error instanceof SetupError)) throw error;
        say(`✗ ${error.message}`);
        if (error.fix) say(`  Fix: ${error.fix}`);
        result.reason = error.message;
      }
    }
    return result;
  });
}
