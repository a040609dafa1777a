import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The way from one console to central, which a test may cut. */
export interface Cable {
  /** Where the console finds central. */
  url: string;
  /** Cuts what is under way, and lets nothing through until it is plugged in again. */
  pull(): void;
  plug(): void;
  close(): Promise<void>;
}

/** Lays a cable to the central at `to`, such as http://127.0.0.1:7420. */
export async function layCable(to: string): Promise<Cable> {
  const target = new URL(to);
  const open = new Set<Socket>();
  let plugged = true;
  const server = createServer((near) => {
    if (!plugged) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull() {
      plugged = false;
      cut();
    },
    plug() {
      plugged = true;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
