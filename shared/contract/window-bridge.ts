import type { EngineBridge } from './carrier.ts';
import type { ShellCall, ShellInput, ShellOutput } from './shell.ts';

/**
 * What the sandboxed preload puts on the page as `window.prihatin`: verbs only, never a channel. In a browser the page
 * makes the same thing over a WebSocket. A stream's message that came as text is handed on as text, the second argument
 * of its listener.
 */
export interface WindowBridge extends EngineBridge {
  shell<N extends ShellCall>(name: N, input: ShellInput<N>): Promise<ShellOutput<N>>;
}
