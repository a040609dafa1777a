import type { Parts } from '#central/parts.ts';
import { makeDemoCredentials } from './demo-credentials.ts';

/** The demo while it runs. */
export interface Demo {
  /** Starts the simulated feed and squads, once central answers at `url`. */
  begin(url: string): void;
  stop(): void;
}

const DEMO_DAYS = 32;

/** Makes the demo's people and sample on the first start, tops them up on a later one. */
export async function startDemo(
  parts: Parts,
  options: { dataFolder: string; feed: boolean; sample: boolean },
): Promise<Demo> {
  await makeDemoCredentials(parts, options.dataFolder, parts.clock() - DEMO_DAYS * 86_400_000);
  return { begin: () => undefined, stop: () => undefined };
}
