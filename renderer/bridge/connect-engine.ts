import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { WindowRole } from '#shared/contract/ipc.ts';
import { connectBySocket } from './connect-by-socket.ts';
import type { Shell } from './shell.ts';
import { shellByPost } from './shell-by-post.ts';

export interface Connection {
  engine: EngineBridge;
  shell: Shell;
}

/** What this page talks to: the preload's verbs in Electron, a WebSocket and POSTs to the host in a browser. */
export function connectEngine(role: WindowRole, page: Window = window): Connection {
  const bridge = page.prihatin;
  if (bridge) return { engine: bridge, shell: { ask: (name, input) => bridge.shell(name, input) } };
  const here = new URL(page.location.href);
  return {
    engine: connectBySocket(role, here, (url) => new WebSocket(url)),
    shell: shellByPost(here, (url, init) => page.fetch(url, init)),
  };
}
