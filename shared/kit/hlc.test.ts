import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHlc, mergeHlc, parseHlc, tickHlc } from './hlc.ts';

const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe('the hybrid logical clock', () => {
  it('S-18 only goes forward, whatever the computer’s clock does', () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 50 }), (times) => {
        let last: string | null = null;
        for (const now of times) {
          const next: string = tickHlc(last, now);
          if (last !== null) expect(next > last).toBe(true);
          expect(parseHlc(next).ms).toBeGreaterThanOrEqual(now);
          last = next;
        }
      }),
    );
  });

  it('S-18 is moved by a remote value at most a minute beyond its own time', () => {
    fc.assert(
      fc.property(moment, moment, moment, (mine, remote, now) => {
        const last = formatHlc(Math.min(mine, now), 0);
        const merged = mergeHlc(last, formatHlc(remote, 3), now);
        expect(merged >= last).toBe(true);
        expect(parseHlc(merged).ms).toBeLessThanOrEqual(now + 60_000);
      }),
    );
  });

  it('carries a full counter into the next millisecond and reads back what it wrote', () => {
    const full = formatHlc(1_000, 99_999);
    expect(tickHlc(full, 1_000)).toBe(formatHlc(1_001, 0));
    expect(parseHlc(full)).toEqual({ ms: 1_000, counter: 99_999 });
    expect(() => parseHlc('1000.1')).toThrow(RangeError);
  });
});
