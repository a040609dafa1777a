import type { EngineBridge, Reply } from './carrier.ts';
import type { ShellCall, ShellInput, ShellOutput } from './shell.ts';

/** All that a page can reach beyond itself: `window.prihatin`, put there by the preload (or by the browser's own carrier). */
export interface PageBridge extends EngineBridge {
  /** Asks the shell around the page (windows, update, about). In a browser most answers are "not here". */
  shell<N extends ShellCall>(name: N, input: ShellInput<N>): Promise<Reply<ShellOutput<N>>>;
}
