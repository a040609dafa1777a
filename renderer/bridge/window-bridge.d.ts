import type { WindowBridge } from '#shared/contract/window-bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload; missing in a browser. */
    readonly prihatin?: WindowBridge;
  }
}
