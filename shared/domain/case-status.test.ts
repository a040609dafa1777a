import { describe, expect, it } from 'vitest';
import { offeredPauseReasons, PAUSE_REASONS } from './case-status.ts';

describe('reasons offered for a pause', () => {
  it('leave out the hospital where the victim died, and nothing where not', () => {
    expect(offeredPauseReasons('death')).toEqual(['family-not-ready', 'police-report', 'other']);
    expect(offeredPauseReasons('injury')).toEqual(PAUSE_REASONS);
  });
});
