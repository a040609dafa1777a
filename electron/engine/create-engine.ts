import { z } from 'zod';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import type { FramePort, ReplyFrame } from '#shared/contract/carrier.ts';
import type { WindowRole } from '#shared/contract/ipc.ts';
import { serveCalls } from '#shared/contract/serve-calls.ts';
import type { TileSource } from '#shared/domain/tile-source.ts';
import { type Geography, loadGeography } from '#shared/geo/geography.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import { startAlarmBoard } from './alarms/alarm-board.ts';
import { createHandlers } from './calls/create-handlers.ts';
import { guardCalls } from './calls/guard-calls.ts';
import { type Carry, carry } from './carry-acts.ts';
import { startWakeScheduler } from './clocks/wake-scheduler.ts';
import type { EngineContext, ShellFacts } from './engine-context.ts';
import { watchFirstPicture } from './first-picture.ts';
import { type EngineLog, reasonOf } from './log.ts';
import { type KeptIndex, keepIndex } from './search/keep-index.ts';
import { openSeat } from './seat.ts';
import type { SecretBox } from './secret-box.ts';
import { openSettings } from './settings-board.ts';
import { countStanding } from './store/counts.ts';
import type { OpenDatabase } from './store/database.ts';
import { freshDecisions } from './store/fresh-decisions.ts';
import { openLedger } from './store/ledger.ts';
import { readAllMeta, writeMeta } from './store/meta.ts';
import { openStore } from './store/open-store.ts';
import { startRedrawing } from './store/redraw-cases.ts';
import { startUnpacking } from './store/unpack-parts.ts';
import { createCentralApi, type Fetch } from './sync/central-api.ts';
import { readDemoAccount, readDemoAccounts } from './sync/demo-account.ts';
import { openDeviceIdentity } from './sync/device-identity.ts';
import { createDeviceToken } from './sync/device-token.ts';
import { createLinkBoard } from './sync/link-board.ts';
import { createPresenceBoard } from './sync/presence-board.ts';
import { type StartSync, startSync } from './sync/sync-loop.ts';
import { createCorrectedClock } from './time/corrected-clock.ts';
import { keepGuess } from './time/settle-guesses.ts';
import type { SystemTime } from './time/system-time.ts';
import { SYSTEM_TIMERS, type Timers } from './time/timers.ts';
import { createWithdrawal } from './withdrawal.ts';

/** How long signing in may take before it counts as no answer, ms. */
const SIGN_IN_MS = 15_000;

/** When places and catchments are made ready, unless somebody asked for them before, ms after the start. */
const WARM_UP_MS = 1_500;

/** How long an answered command is remembered, so that asking again does nothing twice. */
const COMMANDS_KEPT_MS = 7 * 86_400_000;

/** All that the engine needs from outside; it reaches for nothing by itself. */
export interface EngineOptions {
  /** The folder of this console's store (one profile's). */
  folder: string;
  profile: 'demo' | 'live';
  /** The language asked for at this start, or null: the one kept. */
  lang: 'ms' | 'en' | null;
  facts: ShellFacts;
  time: SystemTime;
  /** The real ones when left out. */
  timers?: Timers;
  /** How the store's files are opened; really, when left out. */
  openDatabase?: OpenDatabase;
  /** What keeps store and central in step; the product's own loop when left out. */
  sync?: StartSync;
  /** What tells the room of its alarms; the product's own board when left out. */
  alarms?: typeof startAlarmBoard;
  /** This many random bytes. */
  random(bytes: number): Uint8Array;
  fetch: Fetch;
  log: EngineLog;
  box: SecretBox;
  /** scrypt's cost of a password kept for signing in without central; the product's own when left out. */
  passwordCost?: number;
  /** Told where pictures under the map come from: at the start, and whenever that changes. */
  tiles?: (source: TileSource | null) => void;
  /** Acts to take from a file, and to write to one, before anything else; none when left out. */
  carry?: Carry;
  /** Built when first asked for, or soon after the start, when left out. */
  geography?: Geography;
}

/** Where central answers. */
export interface CentralAt {
  url: string;
  /** The embedded demo central's file of sample accounts; null otherwise. */
  credentialsFile: string | null;
}

export interface Engine {
  /** Answers one window over its port until either side closes it. @returns a function that ends it */
  attach(port: FramePort<unknown, ReplyFrame>, window: { role: WindowRole; window: string }): () => void;
  /** Tells where central answers; may be told again when it moved. */
  setCentral(place: CentralAt): void;
  /** Ends everything in order, once; what was acknowledged is on disk already. */
  stop(): Promise<void>;
}

/**
 * Starts one console's engine on its store.
 * @throws Error when the store cannot be opened, is damaged, or belongs to another profile
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { time, log, timers = SYSTEM_TIMERS } = options;
  const wallIso = () => new Date(time.wall()).toISOString();
  const { box, random } = options;
  const store = await openStore(options.folder, wallIso, log, options.openDatabase, { box, random });
  const kept = await readAllMeta(store.reader);
  if (kept.profile !== undefined && kept.profile !== options.profile) {
    await store.close();
    throw new Error(`this store belongs to the ${kept.profile} profile`);
  }
  const clock = createCorrectedClock(time, {
    anchor: kept.anchor ?? null,
    guess: kept.guess ?? null,
    lastSeenMs: kept.lastSeenMs ?? null,
  });
  const newId = () => uuid7(Math.max(0, Math.floor(clock.now())), options.random(10));
  const device = kept.device ?? newId();
  await store.queue.write(async (db) => {
    await writeMeta(db, { profile: options.profile, device });
    const guess = clock.guess();
    if (guess !== null) await keepGuess(db, guess);
    await db.run('DELETE FROM command WHERE at < ?', [clock.now() - COMMANDS_KEPT_MS]);
  });
  const ledger = await openLedger(store, defaultPolicies, () => clock.now());
  if (options.carry) {
    await carry(ledger, options.carry, log).catch(async (error: unknown) => {
      await ledger.close();
      throw error;
    });
  }
  const settings = await openSettings(ledger, options.lang);
  const link = createLinkBoard(() => clock.now(), kept.syncedAt ?? null);
  link.set({ clockOffsetMs: clock.offsetMs(), timesSure: clock.certain() });

  const identity = await openDeviceIdentity(ledger, box, device, newId);
  let central: CentralAt | null = null;
  const seat = await openSeat({
    ledger,
    box,
    get device() {
      return identity.device;
    },
    get key() {
      return identity.key;
    },
    clock,
    timers,
    random,
    kept,
    passwordCost: options.passwordCost,
    monotonic: () => time.monotonic(),
    account: async () =>
      options.profile === 'demo' && central?.credentialsFile ? readDemoAccount(central.credentialsFile) : null,
    failed: (error) => log.error('the time without central could not be looked at', { reason: reasonOf(error) }),
  });
  let closed: Promise<void> | null = null;
  let search: KeptIndex | null = null;
  const hush = () => {
    stayCold();
    stopWaking();
    stopCounting();
    seat.stop();
  };
  const closeStore = () =>
    (closed ??= (async () => {
      hush();
      await stopRedrawing();
      await stopUnpacking();
      await search?.stop();
      await alarms.stop();
      await ledger.close();
    })());
  const withdrawal = createWithdrawal({
    folder: options.folder,
    ledger,
    log,
    told: kept.withdrawn ?? false,
    changed: seat.tell,
    close: closeStore,
  });
  const presence = createPresenceBoard({
    say: async (open) => {
      const body = { case: open };
      await context.askCentral(z.unknown(), { method: 'POST', path: '/v1/sync/presence', body });
    },
    timers,
    monotonic: () => time.monotonic(),
  });
  const sync = (options.sync ?? startSync)({
    presence,
    ledger,
    get device() {
      return identity.device;
    },
    profile: options.profile,
    get key() {
      return identity.key;
    },
    becomeAnother: () => identity.becomeAnother(),
    formerly: () => identity.formerly(),
    signIn: seat.signIn,
    deviceToken: createDeviceToken(identity, () => clock.now()),
    person: seat.person,
    relearn: seat.relearn,
    withdrawn: withdrawal.begin,
    clock,
    monotonic: () => time.monotonic(),
    random: () => (options.random(1)[0] ?? 0) / 256,
    timers,
    link,
    fetch: options.fetch,
    lang: () => settings.get().lang,
    log,
  });

  const countNow = async () => {
    const { undecided, ...counts } = await countStanding(ledger.reader);
    const boss = seat.acting()?.role === 'supervisor' ? seat.acting() : null;
    const fresh = boss && counts.waiting > 0 ? await freshDecisions(ledger.reader, clock.now()) : [];
    const ends = fresh.flatMap((one) => (one.actor === boss?.id ? one.until : []));
    const putBackUntil = ends.length === 0 ? null : Math.max(...ends);
    link.set({ ...counts, toDecide: boss ? undecided : 0, putBackUntil });
  };
  // One look at a time, so that no older one is shown over a newer; those asked for meanwhile are one.
  let counting: Promise<void> = Promise.resolve();
  let asked: Promise<void> | null = null;
  const count = () => {
    asked ??= counting
      .catch(() => {})
      .then(() => {
        asked = null;
        counting = countNow();
        return counting;
      });
    return asked;
  };
  const countLogged = () =>
    void count().catch((error: unknown) => log.error('counting failed', { reason: reasonOf(error) }));
  let sat = seat.person()?.id ?? null;
  const countStops = [
    ledger.subscribe(countLogged),
    seat.onChange(() => {
      if (closed === null) countLogged();
      const sits = seat.person()?.id ?? null;
      // What left the area of one person is nothing to the next.
      if (sits !== sat && link.status().notice?.key === 'notice.case-left') link.set({ notice: null });
      sat = sits;
    }),
  ];
  const stopCounting = () => {
    for (const stop of countStops) stop();
  };
  await count();
  const stopWaking = startWakeScheduler(ledger, () => clock.now(), timers, log);
  const stopRedrawing = startRedrawing(ledger, log);
  const stopUnpacking = startUnpacking(ledger, timers, log);
  const filling = () => link.status().filling !== null;
  const firstPicture = watchFirstPicture(() => time.monotonic());
  const alarms = (options.alarms ?? startAlarmBoard)({
    ledger,
    now: () => clock.now(),
    timers,
    log,
    filling,
    pictureOwed: firstPicture.owed,
  });

  // Behind the first picture: building it takes longer than all else here, and only acts and searches ask for it.
  let geography = options.geography ?? null;
  const stayCold = timers.after(WARM_UP_MS, () => {
    geography ??= loadGeography();
  });

  const centralApi = () => createCentralApi(central?.url ?? '', options.fetch, () => settings.get().lang);
  const context: EngineContext = {
    ledger,
    get geography() {
      geography ??= loadGeography();
      return geography;
    },
    get policies() {
      return ledger.rules().policies;
    },
    get calendars() {
      return ledger.rules().calendars;
    },
    get search() {
      search ??= keepIndex(ledger, log);
      return search;
    },
    firstPicture,
    alarms,
    clock,
    link,
    presence,
    log,
    settings,
    facts: options.facts,
    storeProtected: options.box.guarded,
    profile: options.profile,
    get device() {
      return identity.device;
    },
    session: newId(),
    newId,
    person: seat.acting,
    seat: () => ({ user: seat.person(), locked: seat.locked(), until: seat.until() }),
    withdrawn: withdrawal.state,
    onPerson: seat.onChange,
    async signIn(account) {
      await seat.enter(centralApi(), AbortSignal.timeout(SIGN_IN_MS), account);
      sync.again();
    },
    async signOut() {
      await seat.leave();
      sync.again();
    },
    askCentral: (shape, ask) => {
      const [api, signal] = [centralApi(), AbortSignal.timeout(SIGN_IN_MS)];
      return seat.signIn.withToken(api, signal, (token) => api.json(shape, { ...ask, token, signal }));
    },
    demoAccounts: async () =>
      options.profile === 'demo' && central?.credentialsFile ? readDemoAccounts(central.credentialsFile) : [],
    centralUrl: () => central?.url ?? '',
    recount: count,
    wakeSync: () => sync.wake(),
  };
  const handlers = guardCalls(createHandlers(context), {
    withdrawn: () => withdrawal.state() !== null,
    locked: seat.locked,
  });
  // A console that was withdrawn keeps no pictures of where it looked.
  const tellTiles = () => options.tiles?.(withdrawal.state() === null ? settings.get().tiles : null);
  tellTiles();
  settings.subscribe(tellTiles);
  seat.onChange(tellTiles);
  const ends = new Set<() => void>();
  const stopAll = async () => {
    for (const end of ends) end();
    hush();
    await sync.stop();
    presence.stop();
    await closeStore();
  };
  let stopping: Promise<void> | null = null;
  log.info('engine ready', { profile: options.profile });
  return {
    attach(port, window) {
      const onError = (error: unknown, call: string) => log.error('a call failed', { call, reason: reasonOf(error) });
      const forget: FramePort<unknown, ReplyFrame> = {
        send: (frame) => port.send(frame),
        close: () => port.close(),
        listen: ({ frame, closed }) =>
          port.listen({
            frame,
            closed: () => {
              ends.delete(end);
              closed();
            },
          }),
      };
      const serve = serveCalls(forget, handlers, window, onError);
      const end = () => {
        ends.delete(end);
        serve();
      };
      ends.add(end);
      return end;
    },
    setCentral(place) {
      central = place;
      sync.toCentral(place.url);
    },
    stop: () => (stopping ??= stopAll()),
  };
}
