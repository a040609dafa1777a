import { describe, expect, it } from 'vitest';
import { makeSay } from '#renderer/ui/use-say.ts';
import { boundsWords, isBeyond, timeMark } from './entry-time.ts';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+08:00`);
const say = makeSay({ lang: 'ms', names: {} });
const now = at('15:00');

describe('the time of a record', () => {
  it('says nothing while it is sure', () => {
    expect(timeMark({ certain: true, at: now }, say, now)).toBeNull();
  });

  it('S-33: gives both bounds of an estimate, the upper one being now until central has it', () => {
    const guess = { certain: false, at: at('14:05'), notBefore: at('13:00') };
    expect(timeMark({ ...guess, notAfter: at('14:30') }, say, now)).toBe('masa tidak pasti: antara 13:00 dan 14:30');
    expect(timeMark(guess, say, now)).toBe('masa tidak pasti: antara 13:00 dan 15:00');
    expect(timeMark({ certain: false, at: at('14:05') }, say, now)).toBe('masa tidak pasti: selewat-lewatnya 15:00');
    expect(boundsWords(guess, say, now)).toBe('Yang diketahui: antara 13:00 dan 15:00.');
  });

  it('S-34: says who set it', () => {
    expect(timeMark({ certain: true, at: now, setBy: 'Siti' }, say, now)).toBe('masa ditetapkan oleh Siti');
  });

  it('knows what is beyond the bounds', () => {
    const entry = { certain: false, at: now, notBefore: at('13:00'), notAfter: at('14:30') };
    expect([at('12:59'), at('13:00'), at('14:30'), at('14:31')].map((ms) => isBeyond(entry, ms))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
