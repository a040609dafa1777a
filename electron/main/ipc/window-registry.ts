import type { BrowserWindow } from 'electron';
import type { WindowRole } from '#shared/contract/ipc.ts';

export interface KnownWindow {
  role: WindowRole;
  /** This page's name towards the engine. */
  window: string;
  browserWindow: BrowserWindow;
  /** True once its page asked for the engine. */
  connected: boolean;
}

/** The windows this shell opened itself, by the id of their contents; nothing else is ever answered. */
export type WindowRegistry = Map<number, KnownWindow>;
