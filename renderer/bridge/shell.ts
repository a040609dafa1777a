import type { ShellCall, ShellInput, ShellOutput } from '#shared/contract/shell.ts';

/** The app around the window: Electron's main process, or the headless host's page. */
export interface Shell {
  ask<N extends ShellCall>(name: N, input: ShellInput<N>): Promise<ShellOutput<N>>;
}
