import type { WindowBridge } from '#shared/contract/window-bridge.ts';

declare global {
  interface Window {
    prihatin: WindowBridge;
  }
}
