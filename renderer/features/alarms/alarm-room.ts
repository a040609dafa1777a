import { QUIET, type Ringing, ring, worstOf } from '#shared/clocks/alarms/ringing.ts';
import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';
import type { Tones } from './tones.ts';

/** A mute ends by itself after this. */
export const MUTE_MS = 600_000;
/** The engine gives a sign of life every ten seconds. */
const SILENT_MS = 35_000;
const UNWELL_AGAIN_MS = { engine: 75_000, store: 75_000, link: 600_000, clock: 600_000 } as const;

/** A computer needs a moment until it plays; a shorter silence is no news. */
const SILENT_AFTER_MS = 5_000;
/** So long it is said in words that this computer plays nothing; after that a mark stays. */
const SAID_MS = 60_000;

/** What keeps a room from being told rightly. */
export type Unwell = keyof typeof UNWELL_AGAIN_MS;

export interface RoomState {
  picture: AlarmPicture | null;
  /** How long the sound is off yet, ms; 0 while it is on. */
  mutedMs: number;
  unwell: Unwell | null;
  /** This computer plays nothing: said in words at first, then shown by a mark; null while it plays. */
  silent: 'words' | 'mark' | null;
}

interface RoomParts {
  engine: Pick<EngineBridge, 'watch'>;
  tones: Tones;
  /** ms of a clock that never jumps. */
  mono(): number;
  /** Whether link or clock are unwell now. */
  trouble(): 'link' | 'clock' | null;
  /** Told whether the room can hear, at first and whenever it changed. */
  heard?(sound: boolean): void;
}

/** What this window's room is told, shown and sounded: one for the window, whatever it shows. */
export interface AlarmRoom {
  state(): RoomState;
  subscribe(listener: () => void): () => void;
  mute(on: boolean): void;
  wakeSound(): void;
  /** Somebody read that there is no sound. */
  silenceRead(): void;
  /** To be called about once a second. */
  beat(): void;
  stop(): void;
}

/** Watches the engine's alarms and sounds them by P-24; also sounds when it is itself in doubt. */
export function createAlarmRoom({ engine, tones, mono, trouble, heard }: RoomParts): AlarmRoom {
  const listeners = new Set<() => void>();
  let ringing: Ringing = QUIET;
  let muteEnds = Number.NEGATIVE_INFINITY;
  let lifeAt = mono();
  let doubt: { of: Unwell; at: number } | null = null;
  let silentFrom: number | null = null;
  let silenceRead = false;
  let hearing: boolean | null = null;
  let state: RoomState = { picture: null, mutedMs: 0, unwell: null, silent: null };

  const show = (next: RoomState) => {
    const same = next.picture === state.picture && next.mutedMs === state.mutedMs;
    if (same && next.unwell === state.unwell && next.silent === state.silent) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const unwellNow = (now: number): Unwell | null => {
    if (now - lifeAt > SILENT_MS) return 'engine';
    if (state.picture?.trouble === 'store') return 'store';
    return trouble();
  };
  const silentNow = (now: number): RoomState['silent'] => {
    if (tones.ready()) {
      silentFrom = null;
      silenceRead = false;
    } else silentFrom ??= now;
    const silentMs = silentFrom === null ? 0 : now - silentFrom;
    const sound = silentMs < SILENT_AFTER_MS;
    if (sound !== hearing && (!sound || silentFrom === null)) {
      hearing = sound;
      heard?.(sound);
    }
    if (sound) return null;
    return silenceRead || silentMs > SILENT_AFTER_MS + SAID_MS ? 'mark' : 'words';
  };
  const beat = () => {
    const now = mono();
    const [mutedMs, unwell, silent] = [Math.max(0, muteEnds - now), unwellNow(now), silentNow(now)];
    const worst = state.picture === null ? null : worstOf(state.picture.counts);
    const { next, sound } = ring(ringing, worst, now, mutedMs > 0);
    ringing = next;
    if (sound !== null && sound !== 'notice') tones.play(sound);
    if (unwell === null) doubt = null;
    else if (mutedMs === 0 && (doubt?.of !== unwell || now - doubt.at >= UNWELL_AGAIN_MS[unwell])) {
      doubt = { of: unwell, at: now };
      tones.play('unwell');
    }
    show({ ...state, mutedMs, unwell, silent });
  };
  const unwatch = engine.watch('alarms.watch', {}, (picture) => {
    lifeAt = mono();
    show({ ...state, picture });
    beat();
  });
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    mute(on) {
      muteEnds = on ? mono() + MUTE_MS : Number.NEGATIVE_INFINITY;
      beat();
    },
    wakeSound() {
      tones.wake();
      beat();
    },
    silenceRead() {
      silenceRead = true;
      beat();
    },
    beat,
    stop() {
      unwatch();
      tones.close();
    },
  };
}
