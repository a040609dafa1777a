import type { Failure } from '#shared/contract/ipc.ts';
import { SHELL_CALLS, type ShellCall, type ShellInput, type ShellOutput } from '#shared/contract/shell.ts';

type ShellHandlers = { [N in ShellCall]: (input: ShellInput<N>) => ShellOutput<N> };

export type ShellAnswer = { ok: true; value: unknown } | { ok: false; failure: Failure };

/** The shell a browser has: it opens no windows and updates nothing, and says so. */
export function createShellCalls(version: string, runtime: string): (name: string, input: unknown) => ShellAnswer {
  const handlers: ShellHandlers = {
    'desk.open': () => ({ opened: false }),
    'wall.open': () => ({ opened: false }),
    'window.full-screen': () => ({ on: false }),
    'alarm.note': () => ({ shown: false, picked: false }),
    'tiles.kept': () => ({ served: false, bytes: 0, limit: 0, tiles: 0 }),
    'update.check': () => ({ state: 'unsupported', version: null, words: { key: 'update.at-the-host' } }),
    'about.get': () => ({ version, runtime, productionRuntime: true }),
  };
  const refuse = (code: string): ShellAnswer => ({ ok: false, failure: { code, message: { key: `failure.${code}` } } });
  return (name, input) => {
    if (!Object.hasOwn(SHELL_CALLS, name)) return refuse('not-allowed');
    const call = name as ShellCall;
    const read = SHELL_CALLS[call].input.safeParse(input);
    if (!read.success) return refuse('bad-input');
    const handler = handlers[call] as (value: unknown) => unknown;
    return { ok: true, value: SHELL_CALLS[call].output.parse(handler(read.data)) };
  };
}
