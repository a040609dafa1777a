import type { Ledger } from './store/ledger.ts';
import { type Meta, readAllMeta, writeMeta } from './store/meta.ts';

/** What a person chose for this console. */
export interface Settings {
  lang: 'ms' | 'en';
  theme: 'dark' | 'light' | 'hc';
  tileUrl: string | null;
  notify: boolean;
  /** The first steps were taken here, or put away. */
  toured: boolean;
}

/** The settings, kept in the store; windows hear of changes. */
export interface SettingsBoard {
  get(): Settings;
  /** Resolves when the change is durable. */
  set(change: Partial<Settings>): Promise<void>;
  subscribe(listener: () => void): () => void;
}

/** Reads the settings. @param lang the language asked for at this start, or null: the one kept, else Malay */
export async function openSettings(ledger: Ledger, lang: Settings['lang'] | null): Promise<SettingsBoard> {
  const kept = await readAllMeta(ledger.reader);
  let settings: Settings = {
    lang: lang ?? kept.lang ?? 'ms',
    theme: kept.theme ?? 'dark',
    tileUrl: kept.tileUrl ?? null,
    notify: kept.notify ?? true,
    toured: kept.toured ?? false,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => settings,
    async set(change) {
      const values: Partial<Meta> = change;
      await ledger.write(async (db) => ({ result: await writeMeta(db, values), subjects: [] }));
      settings = { ...settings, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
