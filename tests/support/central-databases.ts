import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { startCentral, type TestCentral, type TestCentralOptions } from './central.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

/** Starts a central on the database this round is about; it is stopped after the test. */
export type Start = (options?: Omit<TestCentralOptions, 'database'> & { database?: string }) => Promise<TestCentral>;

/** The same tests on SQLite and on PostgreSQL: what holds on one and not on the other is a fault of central. */
export function onEachDatabase(name: string, body: (start: Start, kind: 'sqlite' | 'postgres') => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name} on %s`, (kind) => {
    let postgres: TestPostgres | null = null;
    const running: TestCentral[] = [];
    beforeAll(async () => {
      if (kind === 'postgres') postgres = await startPostgres();
    });
    afterEach(async () => {
      for (const central of running.splice(0)) await central.stop();
    });
    afterAll(async () => {
      await postgres?.stop();
    });
    body(async (options = {}) => {
      const database = options.database ?? (await postgres?.newDatabase());
      const central = await startCentral(database === undefined ? options : { ...options, database });
      running.push(central);
      return central;
    }, kind);
  });
}
