import { describe, expect, it } from 'vitest';
import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';
import { createAlarmRoom, MUTE_MS } from './alarm-room.ts';
import type { Tone } from './tones.ts';

const NONE = { notice: 0, warn: 0, urgent: 0, breach: 0, again: 0 };

function room() {
  const played: Tone[] = [];
  const heard: boolean[] = [];
  const at = { mono: 0, sound: true, trouble: null as 'link' | 'clock' | null };
  let emit: (picture: AlarmPicture) => void = () => {};
  const watch = (_name: string, _input: object, listener: (picture: AlarmPicture) => void) => {
    emit = listener;
    return () => {};
  };
  const tones = {
    ready: () => at.sound,
    wake() {},
    close() {},
    play: (tone: Tone) => played.push(tone),
  };
  const made = createAlarmRoom({
    engine: { watch: watch as unknown as EngineBridge['watch'] },
    tones,
    mono: () => at.mono,
    trouble: () => at.trouble,
    heard: (sound) => heard.push(sound),
  });
  const tell = (counts: Partial<AlarmPicture['counts']>, trouble: AlarmPicture['trouble'] = null) =>
    emit({
      at: 0,
      trouble,
      counts: { ...NONE, ...counts },
      items: [],
      heard: [],
      gone: [],
      rate: { lastTen: 0, peakTen: 0, day: 0, standing: 0 },
    });
  const pass = (seconds: number, alive = true) => {
    for (let second = 0; second < seconds; second += 1) {
      at.mono += 1_000;
      const { picture } = made.state();
      if (alive && picture !== null && second % 10 === 0) emit({ ...picture });
      made.beat();
    }
  };
  return { made, played, heard, at, tell, pass };
}

describe('the alarms of a room', () => {
  it('sound by level and are repeated until somebody acknowledged them', () => {
    const { played, tell, pass } = room();
    tell({ warn: 40 });
    pass(160);
    expect(played).toEqual(['warn', 'warn', 'warn']);
    tell({ warn: 40, breach: 1 });
    expect(played.at(-1)).toBe('breach');
    tell({});
    pass(600);
    expect(played).toHaveLength(4);
  });

  it('are muted for ten minutes, shown as such, and sound again by themselves', () => {
    const { made, played, tell, pass } = room();
    made.mute(true);
    tell({ breach: 1 });
    expect(made.state().mutedMs).toBe(MUTE_MS);
    pass(60);
    expect(made.state().mutedMs).toBe(MUTE_MS - 60_000);
    pass(MUTE_MS / 1_000 - 61);
    expect(played).toEqual([]);
    pass(1);
    expect([made.state().mutedMs, played]).toEqual([0, ['breach']]);
  });

  it('say when engine, store, link or clock are unwell, and sound it where they can', () => {
    const { made, played, at, tell, pass } = room();
    tell({});
    pass(34, false);
    expect(made.state().unwell).toBeNull();
    pass(2, false);
    expect([made.state().unwell, played]).toEqual(['engine', ['unwell']]);
    tell({}, 'store');
    expect([made.state().unwell, played.length]).toEqual(['store', 2]);
    tell({});
    expect(made.state().unwell).toBeNull();
    at.trouble = 'link';
    pass(100);
    expect([made.state().unwell, played.length]).toEqual(['link', 3]);
    at.trouble = null;
    pass(1);
    expect(made.state().unwell).toBeNull();
  });

  it('say once in words that the computer plays nothing, and show it as long as it does not', () => {
    const { made, heard, at, tell, pass } = room();
    tell({});
    pass(1);
    at.sound = false;
    pass(5);
    expect([made.state().silent, heard]).toEqual([null, [true]]);
    pass(2);
    expect([made.state().silent, heard]).toEqual(['words', [true, false]]);
    pass(60);
    expect(made.state().silent).toBe('mark');
    at.sound = true;
    pass(1);
    expect([made.state().silent, heard]).toEqual([null, [true, false, true]]);
    at.sound = false;
    pass(7);
    expect(made.state().silent).toBe('words');
    made.silenceRead();
    expect(made.state().silent).toBe('mark');
  });
});
