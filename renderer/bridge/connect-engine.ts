import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { WindowRole } from '#shared/contract/ipc.ts';
import { connectBySocket } from './connect-by-socket.ts';
import type { Shell } from './shell.ts';
import { shellByPost } from './shell-by-post.ts';

export interface Connection {
  engine: EngineBridge;
  shell: Shell;
}

/** Where Electron's main process answers. */
const TILES = 'app://console/tile/{z}/{x}/{y}';

/** What this page talks to: the preload's verbs in Electron, a WebSocket and POSTs to the host in a browser. */
export function connectEngine(role: WindowRole, page: Window = window): Connection {
  const bridge = page.prihatin;
  if (bridge) {
    const engine: EngineBridge = {
      role: bridge.role,
      call: (name, input) => bridge.call(name, input),
      // The preload hands on as text what came as text.
      watch: (name, input, on, failed) =>
        bridge.watch(
          name,
          input,
          (message, text?: string) => on(text === undefined ? message : JSON.parse(text)),
          failed,
        ),
    };
    return { engine, shell: { tiles: TILES, ask: (name, input) => bridge.shell(name, input) } };
  }
  const here = new URL(page.location.href);
  return {
    engine: connectBySocket(role, here, (url) => new WebSocket(url)),
    shell: shellByPost(here, (url, init) => page.fetch(url, init)),
  };
}
