import type { ShellCall, ShellInput, ShellOutput } from '#shared/contract/shell.ts';

/** The app around the window: Electron's main process, or the headless host's page. */
export interface Shell {
  /** Address of a picture under the map with {z}, {x} and {y} in it; null where the shell serves none. */
  readonly tiles: string | null;
  ask<N extends ShellCall>(name: N, input: ShellInput<N>): Promise<ShellOutput<N>>;
}
