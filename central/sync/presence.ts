import { z } from 'zod';
import type { Relay } from '#central/store/relay.ts';
import { idSchema } from '#shared/contract/wire/values.ts';

/** A console that has said nothing for so long has no case open any more; ms. Consoles say it again twice as often. */
export const PRESENCE_MS = 90_000;

const presentSchema = z.object({
  device: z.string(),
  user: z.string(),
  name: z.string(),
  case: idSchema.nullable(),
});
/** Who has which case open at a console; `case` null: none any more. */
export type Present = z.infer<typeof presentSchema>;

/** Who has a case open, in every process of this central: held in memory alone, never stored, never a lock. */
export interface Presence {
  /** A console says what it has open. */
  say(present: Present): Promise<void>;
  /** Everybody who has a case open, as far as this process heard. */
  all(): Present[];
  /** @returns a function that ends the listening */
  listen(heard: (present: Present) => void): () => void;
  close(): Promise<void>;
}

/** @param open opens the relay between processes @param clock ms since 1970 */
export async function createPresence(
  open: (heard: (text: string) => void) => Promise<Relay>,
  clock: () => number,
): Promise<Presence> {
  const known = new Map<string, { present: Present; until: number }>();
  const listeners = new Set<(present: Present) => void>();
  const relay = await open((text) => {
    const read = presentSchema.safeParse(parse(text));
    if (!read.success) return;
    const present = read.data;
    if (present.case === null) known.delete(present.device);
    else known.set(present.device, { present, until: clock() + PRESENCE_MS });
    for (const heard of listeners) heard(present);
  });
  return {
    say: (present) => relay.send(JSON.stringify(present)),
    all() {
      for (const [device, { until }] of known) if (until < clock()) known.delete(device);
      return [...known.values()].map(({ present }) => present);
    },
    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    async close() {
      listeners.clear();
      await relay.close();
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
