import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { nextSendAt } from '#central/store/outbox-rows.ts';
import { nextWakeAt } from '#central/store/wake-rows.ts';
import type { Fetch } from '#engine/sync/central-api.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';
import type { Geography } from '#shared/geo/geography.ts';
import { CAST } from '#tests/sync/sim/cast.ts';
import { type CentralUnderTest, createCentralUnderTest } from './central.ts';
import { type ConsoleUnderTest, createConsoleUnderTest } from './console.ts';
import { nextOnBoard } from './next-on-board.ts';
import { openPost, type Post } from './post.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** Where every world begins: a Monday morning in Malaysia. */
export const START_MS = Date.parse('2026-11-23T09:00:00+08:00');
/** Turns in which nothing moved before a world counts as at rest. */
const QUIET_TURNS = 5;
/** What a live stream takes to tell that the log grew, ms. */
const NEWS_MS = 400;

/** What worlds are made from: a central with its people, and two consoles it knows. */
export interface Ground {
  root: string;
  geography: Geography;
  /** Central's file, and a folder of each console that was there before; null while the ground is made. */
  central: string;
  consoles: readonly string[] | null;
}

/** Two consoles and a central that calls people, in virtual time. */
export interface World {
  timeline: Timeline;
  central: CentralUnderTest;
  post: Post;
  consoles: readonly Place[];
  errors: string[];
  /** Waits until nothing moves. */
  rest(): Promise<void>;
  advance(to: number): Promise<void>;
  /** Runs `work` and rests. */
  during<T>(work: Promise<T>): Promise<T>;
  onPicture(told: (place: Place, picture: AlarmPicture) => void): void;
  close(): Promise<void>;
}

/** A console, and whether anything passes between it and central. */
export interface Place {
  console: ConsoleUnderTest;
  cut: boolean;
  /** Head of the log that it has. */
  seen: number;
  /** When it last came through to central, true ms. */
  synced: number;
}

const WHO = [CAST[1], CAST[0]];
let worlds = 0;

/** Opens a world on `ground`; all of it runs. */
export async function openWorld(ground: Ground, seed: string): Promise<World & { folder: string }> {
  const folder = join(ground.root, `world-${process.pid}-${worlds++}`);
  mkdirSync(folder, { recursive: true });
  const timeline = createTimeline(START_MS);
  const post = openPost(timeline.now);
  const errors: string[] = [];
  let moved = 0;
  let under = 0;
  let told: (place: Place, picture: AlarmPicture) => void = () => {};
  /** What the world asks for itself moves nothing. */
  let looking = false;
  const movedBy = new Map<object, number>();
  const stir = (who: object) => {
    if (looking) return;
    moved += 1;
    movedBy.set(who, (movedBy.get(who) ?? 0) + 1);
  };
  const during = async <T>(work: Promise<T>): Promise<T> => {
    under += 1;
    try {
      return await work;
    } finally {
      under -= 1;
      moved += 1;
    }
  };
  const central: CentralUnderTest = createCentralUnderTest({
    folder: join(folder, 'central'),
    seed,
    template: ground.central,
    timeline,
    geography: ground.geography,
    post,
    stir: () => stir(central),
    onError: (line) => void errors.push(`central: ${line.slice(0, 400)}`),
    onDeath: () => void timeline.after(0, () => void during(central.kill())),
  });

  const fetchFor =
    (place: () => Place): Fetch =>
    async (url, init) => {
      moved += 1;
      const { central: now } = central;
      if (place().cut || now === null || central.asleep) throw new TypeError('no answer');
      const reply = await now.inject({
        method: init?.method === 'POST' ? 'POST' : 'GET',
        url: url.replace('http://central', ''),
        headers: { ...(init?.headers as Record<string, string>) },
        ...(typeof init?.body === 'string' ? { payload: init.body } : {}),
      });
      moved += 1;
      if (place().cut) throw new TypeError('no answer');
      const { statusCode: status, body, rawPayload } = reply;
      const headers = new Headers({ 'content-type': String(reply.headers['content-type'] ?? 'application/json') });
      if (url.includes('/v1/sync/snapshot')) return new Response(new Uint8Array(rawPayload), { status, headers });
      // Of an answer what the console reads of it, without the machinery of streams.
      const ok = status >= 200 && status < 300;
      return { ok, status, headers, json: async () => JSON.parse(body) as unknown, text: async () => body } as Response;
    };

  const places: Place[] = WHO.map((who, index) => {
    const name = `console-${index}`;
    const home = join(folder, name);
    const before = ground.consoles?.[index];
    if (before === undefined) mkdirSync(home, { recursive: true });
    else cpSync(before, home, { recursive: true });
    const console: ConsoleUnderTest = createConsoleUnderTest({
      name,
      seed,
      folder: home,
      username: who?.username ?? '',
      timeline,
      geography: ground.geography,
      fetch: fetchFor(() => place),
      log: {
        error: (message, facts) => {
          const line = `${name}: ${message} ${JSON.stringify(facts ?? {})}`;
          if (!line.includes('the console is gone')) errors.push(line);
        },
        info() {},
        debug() {},
      },
      stir: () => stir(console),
      onPicture: (picture) => told(place, picture),
    });
    const place: Place = { console, cut: false, seen: -1, synced: 0 };
    return place;
  });

  /** When anything may come by itself next, of central and of each console: kept until it moved. */
  const soonest = new Map<object, { moved: number; at: number }>();
  const lookAhead = async (of: object, ask: () => Promise<number | null>) => {
    const before = soonest.get(of);
    const now = movedBy.get(of) ?? 0;
    if (before !== undefined && before.moved === now) return;
    const at = (await ask()) ?? Number.POSITIVE_INFINITY;
    soonest.set(of, { moved: movedBy.get(of) ?? 0, at });
  };
  const ofCentral = async () => {
    const db = central.central?.parts.database.reader;
    if (db === undefined) return null;
    const times = [await nextWakeAt(db), await nextSendAt(db, ['mail', 'webhook'])].map(
      (at) => at ?? Number.POSITIVE_INFINITY,
    );
    return Math.min(...times) - central.clockOffset;
  };
  const ofConsole = async ({ parts }: ConsoleUnderTest) => {
    if (parts === null) return null;
    const now = parts.clock.now();
    // What comes at this very moment may not have been looked at yet.
    const next = await nextOnBoard(parts.ledger.reader, parts.ledger.rules(), now - 1);
    return next === null ? null : next - now + timeline.now();
  };

  const world: World = {
    timeline,
    central,
    post,
    consoles: places,
    errors,
    async rest() {
      for (let quiet = 0, seen = moved; quiet < QUIET_TURNS; ) {
        await turn();
        quiet = under === 0 && seen === moved ? quiet + 1 : 0;
        seen = moved;
      }
      looking = true;
      spread();
      await lookAhead(central, ofCentral);
      for (const { console } of places) await lookAhead(console, () => ofConsole(console));
      looking = false;
    },
    advance: (to) =>
      timeline.advance(
        to,
        () => world.rest(),
        () => Math.min(...[...soonest.values()].map(({ at }) => at)),
      ),
    during,
    onPicture(next) {
      told = next;
    },
    async close() {
      for (const { console } of places) await console.kill(false);
      await central.kill();
    },
  };

  /** Whoever can hear that the log grew asks for it a little later; whoever has something to send sends it. */
  const coming = new Set<Place>();
  function spread(): void {
    if (central.central === null || central.asleep) return;
    for (const place of places) {
      const { console } = place;
      if (console.parts === null || place.cut || console.asleep || coming.has(place)) continue;
      if (place.seen >= central.head && !console.unsent) continue;
      coming.add(place);
      timeline.after(NEWS_MS, () => void during(fetchNews(place)));
    }
  }
  async function fetchNews(place: Place): Promise<void> {
    const through = await place.console.sync();
    coming.delete(place);
    if (!through) return;
    place.synced = timeline.now();
    place.seen = central.head;
  }

  await central.start();
  for (const place of places) await during(place.console.start());
  await world.rest();
  await world.advance(START_MS + 2_000);
  return Object.assign(world, { folder });
}
