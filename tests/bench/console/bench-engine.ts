import { randomBytes } from 'node:crypto';
import { createEngine, type Engine, type EngineOptions } from '#engine/create-engine.ts';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import type { SyncParts } from '#engine/sync/sync-loop.ts';
import { systemTime } from '#engine/time/system-time.ts';
import { memoryPair } from '#engine/transport/memory-pair.ts';
import type { ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { type Caller, createCaller } from '#shared/contract/create-caller.ts';

/** A console's real engine on `folder`, as every row of the bench has it; everything not given is the real thing. */
export function openEngine(folder: string, given: Partial<EngineOptions> = {}): Promise<Engine> {
  return createEngine({
    folder,
    profile: 'demo',
    lang: 'ms',
    facts: { version: 'bench', runtime: 'Node', embedded: true },
    time: systemTime(),
    random: (bytes) => randomBytes(bytes),
    fetch: (address, init) => fetch(address, init),
    log: SILENT_LOG,
    box: PLAIN_BOX,
    ...given,
  });
}

/** The same without syncing by itself: whoever measures sets it going by its parts, or never. */
export async function openStill(
  folder: string,
  given: Partial<EngineOptions> = {},
): Promise<{ engine: Engine; parts: SyncParts }> {
  const held: { parts: SyncParts | null } = { parts: null };
  const engine = await openEngine(folder, {
    ...given,
    sync: (parts) => {
      held.parts = parts;
      return { toCentral: () => {}, wake: () => {}, again: () => {}, stop: async () => {} };
    },
  });
  const { parts } = held;
  if (parts === null) throw new Error('the engine started without its syncing');
  return { engine, parts };
}

/** A desk's window on an engine of this process. */
export function windowOn(engine: Engine): Caller {
  const [near, far] = memoryPair<ReplyFrame, RequestFrame>();
  engine.attach(far, { role: 'desk', window: 'bench' });
  const caller = createCaller('desk');
  caller.attach(near);
  return caller;
}
