import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CentralAt, createEngine, type Engine, type EngineOptions } from '#engine/create-engine.ts';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { writeMeta } from '#engine/store/meta.ts';
import { openStore } from '#engine/store/open-store.ts';
import { systemTime } from '#engine/time/system-time.ts';
import { memoryPair } from '#engine/transport/memory-pair.ts';
import type { Act, Committed } from '#shared/contract/acts.ts';
import type { EngineBridge, Reply, ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import type { InputOf, NamesOf, OutputOf, WindowRole } from '#shared/contract/ipc.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { type Geography, loadGeography } from '#shared/geo/geography.ts';

let geography: Geography | null = null;

/** A supervisor to sit at consoles that never met a central. */
export const TEST_USER: Person = {
  id: '0199a000-0000-7000-8000-000000000001',
  name: 'Uji',
  role: 'supervisor',
  scope: { kind: 'hq' },
};

/** An engine with windows in the same process. */
export interface TestEngine {
  readonly engine: Engine;
  readonly folder: string;
  /** A window's own bridge. */
  window(role?: WindowRole): EngineBridge;
  /** The value of a call. @throws Error with the failure's code. */
  ask<N extends NamesOf<'query' | 'command'>>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  commit(act: Act, more?: { commandId?: string; happenedAt?: string }): Promise<Committed>;
  /** Resolves with the first message of a stream that `wanted` accepts. @throws Error after `ms`. */
  until<N extends NamesOf<'stream'>>(
    name: N,
    input: InputOf<N>,
    wanted: (message: OutputOf<N>) => boolean,
    ms?: number,
  ): Promise<OutputOf<N>>;
  stop(): Promise<void>;
}

export type TestEngineOptions = Partial<EngineOptions> & {
  central?: CentralAt;
  /** Signs this person in without a central. */
  user?: Person;
};

/** A folder that `remove` deletes. */
export async function temporaryFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'prihatin-engine-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Puts a signed-in person into a store that no engine has open. */
export async function signInLocally(folder: string, user: Person): Promise<void> {
  const store = await openStore(folder, () => new Date().toISOString(), SILENT_LOG);
  await store.queue.write((db) => writeMeta(db, { user }));
  await store.close();
}

/** Starts an engine on `folder`; everything not given is the real thing. */
export async function startEngine(folder: string, options: TestEngineOptions = {}): Promise<TestEngine> {
  const { central, user, ...given } = options;
  if (user) await signInLocally(folder, user);
  geography ??= loadGeography();
  const engine = await createEngine({
    folder,
    profile: 'demo',
    lang: null,
    facts: { version: '0.0.0-test', runtime: `Node ${process.versions.node}`, embedded: true },
    time: systemTime(),
    random: (bytes) => randomBytes(bytes),
    fetch: (url, init) => fetch(url, init),
    log: SILENT_LOG,
    box: PLAIN_BOX,
    geography,
    ...given,
  });
  if (central) engine.setCentral(central);
  const window = (role: WindowRole = 'desk'): EngineBridge => {
    const [page, ours] = memoryPair<ReplyFrame, RequestFrame>();
    engine.attach(ours, { role, window: randomUUID() });
    const caller = createCaller(role);
    caller.attach(page);
    return caller;
  };
  const desk = window();
  const ask: TestEngine['ask'] = async (name, input) => replyValue(await desk.call(name, input));
  return {
    engine,
    folder,
    window,
    ask,
    commit: (act, more = {}) => ask('act.commit', { commandId: randomUUID(), via: 'keys', act, ...more }),
    until: (name, input, wanted, ms = 10_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`${name}: not within ${ms} ms`));
        }, ms);
        const stop = desk.watch(
          name,
          input,
          (message) => {
            if (!wanted(message)) return;
            clearTimeout(timer);
            queueMicrotask(() => stop());
            resolve(message);
          },
          (failure) => reject(new Error(failure.code)),
        );
      }),
    stop: () => engine.stop(),
  };
}

/** The value of a reply. @throws Error named by the failure's code and field. */
export function replyValue<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  const { code, field } = reply.failure;
  throw new Error(field === undefined ? code : `${code} (${field})`);
}
