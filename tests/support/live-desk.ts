import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCentral, type TestCentral } from './central.ts';
import { startEngine, type TestEngine, type TestEngineOptions, temporaryFolder } from './engine.ts';

/** A central of one test and the consoles on it, all ended together. */
export interface TestHouse {
  central: TestCentral;
  /** A console where nobody sits; sign somebody in, or let a demo console do it by itself. */
  console(options?: TestEngineOptions & { folder?: string }): Promise<TestEngine>;
  /** Signs one of the demo's people in at a console, by name and password as at a live one. */
  signIn(desk: TestEngine, username: string): Promise<void>;
  passwordOf(username: string): string;
  /** Pulls the cable of one console, and plugs it in again. */
  pull(desk: TestEngine): void;
  plug(desk: TestEngine): void;
  /** Takes central away; what it kept stays. */
  cut(): Promise<void>;
  /** Brings it back where it was. @param before what happens there before any console reaches it again */
  heal(before?: () => Promise<unknown>): Promise<void>;
  end(): Promise<void>;
}

/** Opens the house. @param clock of central, ms since 1970 */
export async function openHouse(clock: () => number = Date.now): Promise<TestHouse> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  let central = await startCentral({ dataFolder, clock });
  const port = Number(new URL(central.url).port);
  /** Consoles reach it. */
  let up = true;
  let running = true;
  const cables = new Map<TestEngine, { out: boolean; live: Set<AbortController> }>();
  const open: { desk: TestEngine; remove(): Promise<void> }[] = [];
  const line = (url: string, init?: RequestInit) =>
    up ? fetch(url, init) : Promise.reject(new TypeError('the cable is pulled'));
  const passwordOf = (username: string) => {
    const user = central.credentials.users.find((one) => one.username === username);
    if (!user) throw new Error(`no demo user ${username}`);
    return user.password;
  };
  return {
    get central() {
      return central;
    },
    async console({ folder: given, ...options } = {}) {
      const made = given === undefined ? await temporaryFolder() : { folder: given, remove: async () => {} };
      const at = { url: central.url, credentialsFile: null };
      const cable = { out: false, live: new Set<AbortController>() };
      const fetch = (url: string, init?: RequestInit) => {
        if (cable.out) return Promise.reject(new TypeError('the cable is pulled'));
        const cut = new AbortController();
        cable.live.add(cut);
        return line(url, { ...init, signal: AbortSignal.any([cut.signal, ...(init?.signal ? [init.signal] : [])]) });
      };
      const desk = await startEngine(made.folder, { central: at, fetch, ...options });
      cables.set(desk, cable);
      open.push({ desk, remove: made.remove });
      return desk;
    },
    passwordOf,
    async signIn(desk, username) {
      await desk.ask('session.sign-in', { username, password: passwordOf(username) });
    },
    pull(desk) {
      const cable = cables.get(desk);
      if (!cable) return;
      cable.out = true;
      for (const one of cable.live) one.abort();
    },
    plug(desk) {
      const cable = cables.get(desk);
      if (cable) cable.out = false;
    },
    async cut() {
      up = false;
      running = false;
      await central.stop();
    },
    async heal(before = async () => {}) {
      central = await startCentral({ dataFolder, clock, port });
      running = true;
      await before();
      up = true;
    },
    async end() {
      for (const { desk, remove } of open.splice(0)) {
        await desk.stop();
        await remove();
      }
      if (running) await central.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Everything sent and answered. */
export const settled = (desk: TestEngine) =>
  desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
