import type { IpcMain } from 'electron';
import { type Log, reasonOf } from '#main/log.ts';
import { isKnownSender } from '#main/security/known-sender.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { ShellCall, ShellInput, ShellOutput } from '#shared/contract/shell.ts';
import { SHELL_CHANNEL } from '#shared/contract/shell-channels.ts';
import type { KnownWindow, WindowRegistry } from './window-registry.ts';

/** One handler for each shell call. */
export type ShellHandlers = {
  [N in ShellCall]: (input: ShellInput<N>, from: KnownWindow) => Promise<ShellOutput<N>> | ShellOutput<N>;
};

/** The shell calls a wall may make: it looks, and stands full screen. */
const wallMay: readonly ShellCall[] = ['window.full-screen', 'about.get'];

const refused = (code: string): Reply<never> => ({ ok: false, failure: { code, message: { key: `failure.${code}` } } });

/** Answers what pages ask of the shell: sender, name, role, input and output are checked; failures are typed results. */
export function answerShellCalls(
  ipcMain: IpcMain,
  windows: WindowRegistry,
  origins: readonly string[],
  handlers: ShellHandlers,
  log: Log,
): void {
  ipcMain.handle(SHELL_CHANNEL, async (event, name: unknown, input: unknown): Promise<Reply<unknown>> => {
    const known = windows.get(event.sender.id);
    if (known === undefined || !isKnownSender(event, new Set(windows.keys()), origins)) {
      log.info('refused a shell call of an unknown sender');
      return refused('not-allowed');
    }
    // Loaded with the first call, not before the first window: validators take their time.
    const { SHELL_CALLS } = await import('#shared/contract/shell.ts');
    if (typeof name !== 'string' || !Object.hasOwn(SHELL_CALLS, name)) return refused('not-allowed');
    const call = name as ShellCall;
    if (known.role === 'wall' && !wallMay.includes(call)) return refused('not-allowed');
    const read = SHELL_CALLS[call].input.safeParse(input);
    if (!read.success) return refused('bad-input');
    try {
      const handler = handlers[call] as (value: unknown, from: KnownWindow) => unknown;
      return { ok: true, value: SHELL_CALLS[call].output.parse(await handler(read.data, known)) };
    } catch (error) {
      log.error('shell call failed', { call, reason: reasonOf(error) });
      return refused('internal');
    }
  });
}
