import type { EngineStart, ToEngine } from './processes/engine-messages.ts';

process.parentPort.on('message', ({ data, ports }: { data: ToEngine; ports: Electron.MessagePortMain[] }) => {
  console.log('stub engine got', JSON.stringify(data), ports.length);
  void (null as EngineStart | null);
});
