import type { AlarmLevel } from '#shared/contract/view/alarms.ts';

/** What a room can be made to hear: the levels, and the low tone that says that something is unwell. */
export type Tone = Exclude<AlarmLevel, 'notice'> | 'unwell';

/** Makes sounds. */
export interface Tones {
  /** False while the computer plays nothing. */
  ready(): boolean;
  /** Asks for sound again; a browser may want a click first. */
  wake(): void;
  play(tone: Tone): void;
  close(): void;
}

/** Pitches in Hz, one after another; 0 is a rest. They differ in number, height and pace, not in loudness. */
const SCORES: Readonly<Record<Tone, { beatMs: number; pitches: readonly number[] }>> = {
  warn: { beatMs: 220, pitches: [587, 0, 587] },
  urgent: { beatMs: 160, pitches: [698, 0, 698, 0, 698] },
  breach: { beatMs: 200, pitches: [880, 659, 880, 659] },
  again: { beatMs: 200, pitches: [880, 659, 0, 880, 659, 0, 988] },
  unwell: { beatMs: 600, pitches: [196, 0, 196] },
};
const LOUDNESS = 0.2;
const EDGE_S = 0.015;

/** Opening the sound holds a window up; it waits until the first picture is drawn, unless something is to be heard. */
const OPENED_AFTER_MS = 1_000;

/** Tones out of the computer's own oscillator: no file to be missing. */
export function createTones(): Tones {
  let opened: AudioContext | null = null;
  const wake = (): AudioContext => {
    opened ??= new AudioContext();
    if (opened.state === 'suspended') void opened.resume().catch(() => {});
    return opened;
  };
  const soon = setTimeout(wake, OPENED_AFTER_MS);
  return {
    ready: () => opened?.state === 'running',
    wake,
    play(tone) {
      const context = wake();
      const { beatMs, pitches } = SCORES[tone];
      const beat = beatMs / 1_000;
      pitches.forEach((pitch, index) => {
        if (pitch === 0) return;
        const from = context.currentTime + index * beat;
        const [voice, gain] = [context.createOscillator(), context.createGain()];
        voice.frequency.value = pitch;
        voice.type = 'triangle';
        gain.gain.setValueAtTime(0, from);
        gain.gain.linearRampToValueAtTime(LOUDNESS, from + EDGE_S);
        gain.gain.setValueAtTime(LOUDNESS, from + beat - EDGE_S);
        gain.gain.linearRampToValueAtTime(0, from + beat);
        voice.connect(gain).connect(context.destination);
        voice.start(from);
        voice.stop(from + beat);
      });
    },
    close() {
      clearTimeout(soon);
      void opened?.close().catch(() => {});
    },
  };
}
