import { describe, expect, it } from 'vitest';
import { clockTrouble } from './clock-trouble.ts';

const link = (change: Partial<Parameters<typeof clockTrouble>[0]>) => ({
  link: 'live' as const,
  since: 0,
  clockOffsetMs: 0,
  timesSure: true,
  ...change,
});

describe('what is wrong with the time', () => {
  it('is nothing while central’s time is known and the computer’s clock is right to the minute', () => {
    expect(clockTrouble(null, 0)).toBeNull();
    expect(clockTrouble(link({ clockOffsetMs: 59_000 }), 0)).toBeNull();
  });

  it('is the computer’s clock when it is off by more than a minute, either way', () => {
    expect(clockTrouble(link({ clockOffsetMs: -61_000 }), 0)).toEqual({ kind: 'off', offMs: -61_000 });
    expect(clockTrouble(link({ clockOffsetMs: 172_800_000 }), 0)).toEqual({ kind: 'off', offMs: 172_800_000 });
  });

  it('S-33: is that times are estimates, but for the first moments of a start', () => {
    const guess = { timesSure: false, link: 'connecting' } as const;
    expect(clockTrouble(link(guess), 5_000)).toBeNull();
    expect(clockTrouble(link(guess), 11_000)).toEqual({ kind: 'guess', offMs: 0 });
    expect(clockTrouble(link({ ...guess, link: 'offline', clockOffsetMs: 90_000 }), 0)).toEqual({
      kind: 'guess',
      offMs: 90_000,
    });
  });
});
