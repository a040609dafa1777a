import type { Shell } from '#renderer/bridge/shell.ts';

/** Opens a wall: a window of its own where the shell has windows, else a page of this browser with the same rights. */
export async function openWall(shell: Shell, page: Window = window): Promise<void> {
  const opened = await shell.ask('wall.open', {}).then(
    (reply) => reply.opened,
    () => false,
  );
  if (!opened) page.open(`wall.html${page.location.search}`, 'prihatin-wall');
}
