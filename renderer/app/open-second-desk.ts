import type { Shell } from '#renderer/bridge/shell.ts';

/** Opens one more desk: a window of its own where the shell has windows, else a page of this browser. */
export async function openSecondDesk(shell: Shell, page: Window = window): Promise<void> {
  const opened = await shell.ask('desk.open', {}).then(
    (reply) => reply.opened,
    () => false,
  );
  if (!opened) page.open(page.location.href, 'prihatin-desk-2');
}
