import type { Carry } from '#engine/carry-acts.ts';
import type { WindowRole } from '#shared/contract/ipc.ts';
import type { TileSource } from '#shared/domain/tile-source.ts';

/** What the engine must know to start. */
export interface EngineStart {
  profile: 'demo' | 'live';
  /** The folder of the engine's store. */
  folder: string;
  lang: 'ms' | 'en' | null;
  version: string;
  /** Such as "Electron 33.2.1". */
  runtime: string;
  embedded: boolean;
  verbose: boolean;
  carry: Carry;
  /** 32 bytes in base64 that guard the store's secrets, or null where there is no keychain. */
  key: string | null;
}

/** Where central answers. */
export interface CentralPlace {
  url: string;
  /** The demo central's file of sample accounts (DEMO profile on an embedded central only). */
  credentialsFile: string | null;
}

/** From the shell to the engine's process. A `window` message brings one MessagePort. */
export type ToEngine =
  | ({ t: 'start' } & EngineStart)
  | ({ t: 'central' } & CentralPlace)
  | { t: 'window'; role: WindowRole; window: string }
  | { t: 'window-closed'; window: string }
  | { t: 'stop' };

/** From the engine's process to the shell. */
export type FromEngine =
  | { t: 'ready' }
  | { t: 'tiles'; source: TileSource | null }
  | { t: 'failed'; reason: string }
  | { t: 'log'; level: 'error' | 'info' | 'debug'; message: string; facts?: Record<string, unknown> };
