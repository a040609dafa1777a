import type { Arrangement } from '#shared/contract/view/arrangement.ts';
import type { TileSource } from '#shared/domain/tile-source.ts';
import type { Ledger } from './store/ledger.ts';
import { readAllMeta, writeMeta } from './store/meta.ts';

/** What a person chose for this console. */
export interface Settings {
  lang: 'ms' | 'en';
  theme: 'dark' | 'light' | 'hc';
  /** Pictures under the map. */
  tiles: TileSource | null;
  notify: boolean;
  /** The first steps were taken here, or put away. */
  toured: boolean;
  /** How people arranged the desk, by user id. */
  arrangements: Readonly<Record<string, Arrangement>>;
}

/** The settings, kept in the store; windows hear of changes. */
export interface SettingsBoard {
  get(): Settings;
  /** Resolves when the change is durable. */
  set(change: Partial<Settings>): Promise<void>;
  subscribe(listener: () => void): () => void;
}

/** What the box of arrangements is bound to. */
const ABOUT = 'arrangements';

/** Reads the settings. @param lang the language asked for at this start, or null: the one kept, else Malay */
export async function openSettings(ledger: Ledger, lang: Settings['lang'] | null): Promise<SettingsBoard> {
  const kept = await readAllMeta(ledger.reader);
  let settings: Settings = {
    lang: lang ?? kept.lang ?? 'ms',
    theme: kept.theme ?? 'dark',
    tiles: kept.tiles ?? null,
    notify: kept.notify ?? true,
    toured: kept.toured ?? false,
    arrangements: readArrangements(ledger, kept.arranged),
  };
  const listeners = new Set<() => void>();
  return {
    get: () => settings,
    async set(change) {
      const { arrangements, ...values } = change;
      await ledger.write(async (db) => {
        const arranged = arrangements && db.vault.seal(JSON.stringify(arrangements), ABOUT);
        return { result: await writeMeta(db, { ...values, ...(arranged ? { arranged } : {}) }), subjects: [] };
      });
      settings = { ...settings, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** None where they cannot be opened: the desk then stands as it comes. */
function readArrangements({ reader }: Ledger, box: string | undefined): Settings['arrangements'] {
  const text = box === undefined ? null : reader.vault.open(box, ABOUT);
  return text === null ? {} : (JSON.parse(text) as Settings['arrangements']);
}
