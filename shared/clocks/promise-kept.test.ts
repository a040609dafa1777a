import { describe, expect, it } from 'vitest';
import { promiseKept } from './promise-kept.ts';

describe('a promise in the results', () => {
  it('is kept only by what was promised, in time', () => {
    expect(promiseKept({ state: 'met', endedBy: 'done' })).toBe(true);
    expect(promiseKept({ state: 'met', endedBy: 'assigned' })).toBe(true);
    expect(promiseKept({ state: 'missed', endedBy: 'done' })).toBe(false);
    expect(promiseKept({ state: 'missed', endedBy: null })).toBe(false);
  });

  it('is left out when the case was closed or taken away in time, and broken when that came too late', () => {
    expect(promiseKept({ state: 'met', endedBy: 'closed' })).toBeNull();
    expect(promiseKept({ state: 'met', endedBy: 'replaced' })).toBeNull();
    expect(promiseKept({ state: 'missed', endedBy: 'closed' })).toBe(false);
    expect(promiseKept({ state: 'running', endedBy: null })).toBeNull();
    expect(promiseKept({ state: 'paused', endedBy: null })).toBeNull();
  });
});
