import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parts } from '#central/parts.ts';
import { plainError } from '#central/plain-error.ts';
import { hasCases, openCaseIds } from '#central/store/case-queries.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import { type Cast, findCast } from './cast.ts';
import { type DemoCredentials, makeDemoCredentials } from './demo-credentials.ts';
import { startFeed } from './feed.ts';
import { openDeck } from './lead-deck.ts';
import { planBoard } from './plan-board.ts';
import { createRandom } from './random.ts';
import { seedBoard } from './seed-board.ts';
import { seedRota } from './seed-rota.ts';
import { createSquads } from './squads.ts';

/** The demo while it runs. */
export interface Demo {
  /** Starts the simulated feed and squads, once central answers at `url`. */
  begin(url: string): void;
  stop(): void;
}

/** The sample's seed: another one is another country on another day. */
const SEED = 20_261_123;
const DEMO_DAYS = 32;
const TICK_MS = 20_000;
/** A board with fewer open cases than this at a later start gets fresh ones. */
const FEW_OPEN = 30;

/** Makes the demo's people and sample on the first start; on a later one lets the squads catch up and fills the board. */
export async function startDemo(
  parts: Parts,
  options: { dataFolder: string; feed: boolean; sample: boolean },
): Promise<Demo> {
  await makeDemoCredentials(parts, options.dataFolder, parts.clock() - DEMO_DAYS * 86_400_000);
  const cast = await findCast(parts);
  const now = parts.clock();
  const squads = createSquads(parts, cast, now);
  if (options.sample) {
    await fillBoard(parts, cast, now, squads.catchUp);
    await seedRota(parts, cast.supervisor, now);
  }
  const stops: (() => void)[] = [];
  return {
    begin(url) {
      if (!options.feed) return;
      const file = join(options.dataFolder, 'demo-credentials.json');
      const { apiKey } = JSON.parse(readFileSync(file, 'utf8')) as DemoCredentials;
      stops.push(startFeed(parts, url, apiKey, now >>> 0));
      stops.push(
        repeat(
          () => squads.tick(),
          (error) => parts.log.error({ error: plainError(error) }, 'the simulated squads failed'),
        ),
      );
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

async function fillBoard(parts: Parts, cast: Cast, now: number, catchUp: () => Promise<number>): Promise<void> {
  const first = !(await hasCases(parts.database.reader));
  const caughtUp = first ? 0 : await catchUp();
  const open = (await openCaseIds(parts.database.reader)).length;
  if (open >= FEW_OPEN) return;
  const random = createRandom(first ? SEED : now >>> 0);
  // Ids of the sample come from its seed too: they decide the course of each case.
  const newId = () =>
    uuid7(
      now,
      Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)),
    );
  const plan = planBoard(openDeck(random, parts.readReport), random, newId, now, first);
  await parts.writer.submit((session) => seedBoard(session, parts, cast, plan, now, first));
  parts.log.info({ incidents: plan.length, caughtUp }, 'the demo filled its board');
}

function repeat(work: () => Promise<unknown>, onError: (error: unknown) => void): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(() => {
      work()
        .catch((error: unknown) => {
          if (!stopped) onError(error);
        })
        .finally(() => {
          if (!stopped) wait();
        });
    }, TICK_MS);
    timer.unref();
  };
  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
