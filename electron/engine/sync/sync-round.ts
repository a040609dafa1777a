import type { EngineLog } from '#engine/log.ts';
import { freshDecisions } from '#engine/store/fresh-decisions.ts';
import { heldElsewhere } from '#engine/store/held-rows.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { forgetMeta, type Meta, readMeta, readSome, writeMeta } from '#engine/store/meta.ts';
import type { CorrectedClock } from '#engine/time/corrected-clock.ts';
import { settleGuesses } from '#engine/time/settle-guesses.ts';
import { PROTOCOL } from '#shared/contract/version.ts';
import { centralIdentitySchema } from '#shared/contract/wire/sync.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { alignSight } from './align-sight.ts';
import { askHeld } from './ask-held.ts';
import { bringBack } from './bring-back.ts';
import { catchUp, type Line, PAGE } from './catch-up.ts';
import { CentralProblem, createCentralApi, type Fetch } from './central-api.ts';
import type { DeviceKey } from './device-key.ts';
import type { DeviceToken } from './device-token.ts';
import type { LinkBoard } from './link-board.ts';
import { StrangerCentral } from './link-failure.ts';
import { DeviceCloned, pushBatch } from './push-acts.ts';
import { movesSight } from './sight.ts';
import type { SignIn } from './sign-in.ts';
import type { Taker } from './take-events.ts';
import { tellMoved } from './tell-moved.ts';

/** What syncing needs of its console. */
export interface RoundParts {
  ledger: Ledger;
  device: string;
  profile: 'demo' | 'live';
  key: DeviceKey;
  /** Goes on as another console (S-38); where it is left out, a copy stays refused. */
  becomeAnother?(): Promise<number>;
  /** As which one it went on before. */
  formerly?(): Promise<Pick<RoundParts, 'device' | 'key'> | null>;
  signIn: SignIn;
  /** The console's own token: acts are handed in whoever is signed in, or nobody. */
  deviceToken: DeviceToken;
  /** Who sits here. */
  person(): Person | null;
  /** Looks into the log whether the person who sits here is somebody else by now. */
  relearn(): Promise<void>;
  clock: CorrectedClock;
  monotonic(): number;
  link: LinkBoard;
  fetch: Fetch;
  /** The language central's words should be in. */
  lang(): string;
  log: EngineLog;
}

/** So many cases that left are told by number. */
const TOLD = 5;

/** The steps of one connection to a central; each may fail with the line and be taken again. */
export interface SyncRound {
  readonly line: Line;
  /** Checks that this central is ours, measures its clock against ours, and makes this console known to it. */
  meet(): Promise<void>;
  /** Brings the store up to central's head. */
  pull(): Promise<void>;
  /**
   * Sends all that waits, batch by batch.
   * @returns after how many ms there is more: decisions that can be put back till then; null when there are none
   */
  push(): Promise<number | null>;
}

/** Opens a connection to the central at `url`. @param page log positions asked for at a time */
export function openRound(parts: RoundParts, url: string, signal: AbortSignal, page = PAGE): SyncRound {
  const api = createCentralApi(url, parts.fetch, parts.lang);
  const line: Line = { api, signal, page, withToken: (ask) => parts.signIn.withToken(api, signal, ask) };
  const taker: Taker = {
    ledger: parts.ledger,
    get device() {
      return parts.device;
    },
    now: () => parts.clock.now(),
    // S-31: a case goes on without its holder, but not without telling them.
    left(numbers) {
      const shown = numbers.slice(0, TOLD).join(', ');
      const more = numbers.length > TOLD ? ' …' : '';
      parts.link.set({ notice: { key: 'notice.case-left', params: { numbers: { t: 'text', v: shown + more } } } });
    },
  };
  const byItself = <T>(ask: (token: string) => Promise<T>) => parts.deviceToken.withToken(api, signal, ask);
  /** What a restored central lacks goes first: what waits may stand on it. */
  const bringAll = async () => {
    if ((await readMeta(parts.ledger.reader, 'user'))?.role === 'wall') return;
    const bring = () => byItself((token) => bringBack(parts.ledger, parts.device, parts.key, api, token, signal));
    for (;;) {
      const { answered, refused } = await bring();
      if (answered > 0) parts.log.info('brought back to central', { answered, refused });
      if (answered === 0) return;
    }
  };
  const asked = { position: -1 };
  const pushAll = async (): Promise<number | null> => {
    await bringAll();
    // Of what is held from here on, a pull tells first.
    const elsewhere = await heldElsewhere(parts.ledger.reader, parts.device);
    const held = new Set<string>();
    const now = () => parts.clock.now();
    const began = now();
    const push = () =>
      byItself((token) => pushBatch(parts.ledger, parts.device, parts.key, api, token, signal, held, now));
    while ((await push()) > 0);
    // Last: what it made as another one keeps nothing from going out, and a console that central forgot is enrolled by then.
    await askHeld(parts.ledger, elsewhere, parts.device, parts.key, api, byItself, signal, asked);
    if (held.size === 0) return null;
    // Those, too, that were left out above and are due by now.
    const fresh = (await freshDecisions(parts.ledger.reader, began)).map(({ until }) => until);
    return fresh.length === 0 ? null : Math.max(0, Math.min(...fresh) - now()) + 1;
  };
  /** Makes this console known to central, and says once that it is another one now. */
  const enrol = async () => {
    await parts.signIn.enrol(api, signal);
    if ((await readMeta(parts.ledger.reader, 'copied')) !== true) return;
    const was = (await parts.formerly?.()) ?? null;
    if (was !== null) await tellMoved(was, parts.device, api, () => parts.clock.now(), signal);
    const prefix = (await readMeta(parts.ledger.reader, 'prefix')) ?? '';
    await parts.ledger.write(async (db) => ({ result: await forgetMeta(db, ['copied', 'movedFrom']), subjects: [] }));
    parts.link.set({ notice: { key: 'notice.re-enrolled', params: { prefix: { t: 'text', v: prefix } } } });
  };
  const self: SyncRound = {
    line,
    async meet() {
      const sent = parts.monotonic();
      const identity = await api.json(centralIdentitySchema, { path: `/v1/central?protocol=${PROTOCOL}`, signal });
      const got = parts.monotonic();
      const known = await readMeta(parts.ledger.reader, 'centralId');
      if (identity.profile !== parts.profile || (known !== undefined && known !== identity.centralId))
        throw new StrangerCentral();
      if (identity.oldestProtocol > PROTOCOL) throw new CentralProblem(426, 'update-needed', '');
      if (identity.protocol < PROTOCOL) throw new CentralProblem(426, 'central-outdated', '');
      const anchor = parts.clock.heard(momentOf(identity.now), sent, got);
      const values: Partial<Meta> = { centralId: identity.centralId, anchor };
      const sure = parts.clock.sure();
      if (sure !== null) values.lastSeenMs = sure;
      await parts.ledger.write(async (db) => {
        await writeMeta(db, values);
        return { result: undefined, subjects: await settleGuesses(db, anchor) };
      });
      parts.link.set({ clockOffsetMs: parts.clock.offsetMs(), timesSure: true });
      await enrol();
    },
    async pull() {
      const progress = (done: number, of: number) => parts.link.set({ filling: { done, of } });
      // Signs in where that is still to be done: what may be seen hangs on who looks.
      await parts.signIn.ready(api, signal);
      for (let anew = false; ; ) {
        const person = parts.person();
        if (person !== null) await alignSight(taker, line, person);
        await catchUp(taker, line, progress);
        await parts.relearn();
        const now = parts.person();
        if (now === null) break;
        const moved = now !== person && movesSight(person, now);
        const { sightMoved, heldMoved } = await readSome(parts.ledger.reader, ['sightMoved', 'heldMoved']);
        const torn = sightMoved === true || heldMoved === true;
        // Once: where central goes on cutting otherwise than its own log says, the next pull tries again.
        if (!moved && (!torn || anew)) break;
        anew = torn;
      }
      parts.link.set({ filling: null, syncedAt: parts.clock.now() });
    },
    async push() {
      try {
        return await pushAll();
      } catch (error) {
        if (error instanceof DeviceCloned && parts.becomeAnother) {
          // What it sent as the one it was, it is told of (S-23, S-28) only while it is that one.
          await self.pull();
          const moved = await parts.becomeAnother();
          parts.log.info('a copy of this console came before: it goes on as another one', { moved });
          await enrol();
        } else if (error instanceof CentralProblem && error.code === 'device-unknown') {
          // A central put back from an older copy may not know this console any more.
          await parts.signIn.enrol(api, signal, true);
        } else throw error;
        return pushAll();
      }
    },
  };
  return self;
}

/** Central's time; where it tells whole seconds only, the middle of that second. */
function momentOf(iso: string): number {
  return Date.parse(iso) + (/\.\d/.test(iso) ? 0 : 500);
}
