import { contextBridge, ipcRenderer } from 'electron';
import type { FramePort, Reply, ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { CONNECT_CHANNEL, PORT_CHANNEL, ROLE_WORD, SHELL_CHANNEL } from '#shared/contract/shell-channels.ts';
import type { WindowBridge } from '#shared/contract/window-bridge.ts';

const role = process.argv.includes(`${ROLE_WORD}desk`) ? 'desk' : 'wall';
// What came as text stays text on its way to the page: the bridge between the worlds copies objects one by one.
const caller = createCaller(role, false);

function framePort(port: MessagePort): FramePort<ReplyFrame, RequestFrame> {
  return {
    send: (frame) => port.postMessage(frame),
    listen(on) {
      port.addEventListener('message', (event) => on.frame(event.data as ReplyFrame));
      port.addEventListener('close', () => on.closed());
      port.start();
    },
    close: () => port.close(),
  };
}

ipcRenderer.on(PORT_CHANNEL, (event) => {
  const port = event.ports[0];
  if (port !== undefined) caller.attach(framePort(port));
});

// The page gets verbs, never the port, the channel names or ipcRenderer.
const bridge: WindowBridge = {
  role,
  call: (name, input) => caller.call(name, input),
  watch: (name, input, on, failed) => caller.watch(name, input, on, failed),
  async shell(name, input) {
    const reply = (await ipcRenderer.invoke(SHELL_CHANNEL, name, input)) as Reply<ShellOutput<typeof name>>;
    if (!reply.ok) throw new Error(reply.failure.message.key);
    return reply.value;
  },
};
contextBridge.exposeInMainWorld('prihatin', bridge);

/** The shell may hear of us a moment before it hears that our page was loaded, and refuse: so ask a few times. */
async function connect(): Promise<void> {
  for (const wait of [5, 20, 100, 500]) {
    if ((await ipcRenderer.invoke(CONNECT_CHANNEL)) !== null) return;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
void connect();
