import { describe, expect, it } from 'vitest';
import { createBackoff } from './backoff.ts';

describe('backoff', () => {
  it('doubles while a process keeps dying young, up to ten seconds', () => {
    const backoff = createBackoff(() => 1_000);
    const waits = Array.from({ length: 8 }, () => backoff.waitAfter(900));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  });

  it('begins again once a process lived a minute', () => {
    let clock = 0;
    const backoff = createBackoff(() => clock);
    backoff.waitAfter(0);
    backoff.waitAfter(0);
    clock = 61_000;
    expect(backoff.waitAfter(0)).toBe(250);
  });
});
