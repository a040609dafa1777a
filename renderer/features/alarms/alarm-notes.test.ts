import { describe, expect, it } from 'vitest';
import type { AlarmLevel, AlarmPicture, AlarmView } from '#shared/contract/view/alarms.ts';
import { createAlarmNotes } from './alarm-notes.ts';

const alarm = (id: string, level: AlarmLevel) => ({ id, level }) as AlarmView;
const picture = (...items: AlarmView[]) => ({ items }) as unknown as AlarmPicture;

describe('P-26: what the desktop is told', () => {
  it('is each alarm once, and nothing of half a time', () => {
    const note = createAlarmNotes();
    expect(note(picture(alarm('a', 'notice')), 0)).toBeNull();
    expect(note(picture(alarm('b', 'warn')), 1_000)).toMatchObject({ n: 1, worst: { id: 'b' } });
    expect(note(picture(alarm('b', 'warn')), 500_000)).toBeNull();
    expect(note(picture(), 501_000)).toBeNull();
    expect(note(picture(alarm('b', 'warn')), 502_000)).toMatchObject({ n: 1 });
  });

  it('is folded in a flood: at most ten in ten minutes, the worst named, none left out', () => {
    const note = createAlarmNotes();
    const standing: AlarmView[] = [];
    let [notes, told] = [0, 0];
    for (let second = 0; second < 1_200; second += 1) {
      if (second % 15 === 0 && second < 600) standing.unshift(alarm(`a${second}`, second === 300 ? 'breach' : 'warn'));
      const one = note(picture(...standing), second * 1_000);
      if (one === null) continue;
      if (second < 600) notes += 1;
      told += one.n;
      if (second === 300) expect(one.worst.level).toBe('breach');
    }
    expect(notes).toBeLessThanOrEqual(10);
    expect(told).toBe(40);
  });
});
