import { QUIET, type Ringing, ring, worstOf } from '#shared/clocks/alarms/ringing.ts';
import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';
import type { Tones } from './tones.ts';

/** A mute ends by itself after this. */
export const MUTE_MS = 600_000;
/** The engine gives a sign of life every ten seconds. */
const SILENT_MS = 35_000;
const UNWELL_AGAIN_MS = { engine: 75_000, store: 75_000, link: 600_000, clock: 600_000 } as const;

/** What keeps a room from being told rightly. */
export type Unwell = keyof typeof UNWELL_AGAIN_MS | 'sound';

export interface RoomState {
  picture: AlarmPicture | null;
  /** How long the sound is off yet, ms; 0 while it is on. */
  mutedMs: number;
  unwell: Unwell | null;
}

interface RoomParts {
  engine: Pick<EngineBridge, 'watch'>;
  tones: Tones;
  /** ms of a clock that never jumps. */
  mono(): number;
  /** Whether link or clock are unwell now. */
  trouble(): 'link' | 'clock' | null;
}

/** What this window's room is told, shown and sounded: one for the window, whatever it shows. */
export interface AlarmRoom {
  state(): RoomState;
  subscribe(listener: () => void): () => void;
  mute(on: boolean): void;
  wakeSound(): void;
  /** To be called about once a second. */
  beat(): void;
  stop(): void;
}

/** Watches the engine's alarms and sounds them by P-24; also sounds when it is itself in doubt. */
export function createAlarmRoom({ engine, tones, mono, trouble }: RoomParts): AlarmRoom {
  const listeners = new Set<() => void>();
  let ringing: Ringing = QUIET;
  let muteEnds = Number.NEGATIVE_INFINITY;
  let lifeAt = mono();
  let doubt: { of: Unwell; at: number } | null = null;
  let state: RoomState = { picture: null, mutedMs: 0, unwell: null };

  const show = (next: RoomState) => {
    const same = next.picture === state.picture && next.mutedMs === state.mutedMs;
    if (same && next.unwell === state.unwell) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const unwellNow = (now: number): Unwell | null => {
    if (now - lifeAt > SILENT_MS) return 'engine';
    if (state.picture?.trouble === 'store') return 'store';
    return trouble() ?? (tones.ready() ? null : 'sound');
  };
  const beat = () => {
    const now = mono();
    const [mutedMs, unwell] = [Math.max(0, muteEnds - now), unwellNow(now)];
    const worst = state.picture === null ? null : worstOf(state.picture.counts);
    const { next, sound } = ring(ringing, worst, now, mutedMs > 0);
    ringing = next;
    if (sound !== null && sound !== 'notice') tones.play(sound);
    if (unwell === null || unwell === 'sound') doubt = null;
    else if (mutedMs === 0 && (doubt?.of !== unwell || now - doubt.at >= UNWELL_AGAIN_MS[unwell])) {
      doubt = { of: unwell, at: now };
      tones.play('unwell');
    }
    show({ ...state, mutedMs, unwell });
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
    beat,
    stop() {
      unwatch();
      tones.close();
    },
  };
}
