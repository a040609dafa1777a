import type { EngineBridge } from './carrier.ts';
import type { ShellCall, ShellInput, ShellOutput } from './shell.ts';

/**
 * What the sandboxed preload puts on the page as `window.prihatin`: verbs only, never a channel. In a browser the page
 * makes the same thing over a WebSocket.
 */
export interface WindowBridge extends EngineBridge {
  shell<N extends ShellCall>(name: N, input: ShellInput<N>): Promise<ShellOutput<N>>;
}
