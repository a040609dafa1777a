import { afterEach, beforeEach } from 'vitest';
import type { Person } from '#shared/domain/person-role.ts';
import { startEngine, TEST_USER, type TestEngine, temporaryFolder } from './engine.ts';

/** A desk that has no central, a new one for each test. */
export interface LoneDesk extends TestEngine {
  /** Ends it where it runs and opens it on the same store. @param user who sits there now; nobody new when left out */
  again(user?: Person): Promise<void>;
}

/** A desk for every test of the file or group that calls this, opened before and ended after it. @param user who sits there */
export function loneDesk(user: Person = TEST_USER): LoneDesk {
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  let open: TestEngine;
  beforeEach(async () => {
    place = await temporaryFolder();
    open = await startEngine(place.folder, { user });
  });
  afterEach(async () => {
    await open.stop();
    await place.remove();
  });
  return {
    get engine() {
      return open.engine;
    },
    get folder() {
      return open.folder;
    },
    window: (role) => open.window(role),
    ask: (name, input) => open.ask(name, input),
    commit: (act, more) => open.commit(act, more),
    until: (name, input, wanted, ms) => open.until(name, input, wanted, ms),
    stop: () => open.stop(),
    async again(next) {
      await open.stop();
      open = await startEngine(place.folder, next === undefined ? {} : { user: next });
    },
  };
}
