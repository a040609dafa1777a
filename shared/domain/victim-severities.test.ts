import { describe, expect, it } from 'vitest';
import { countSeverities, MOST_VICTIMS, severitiesByHand, severitiesOf } from './victim-severities.ts';

const NONE = { deaths: 0, missing: 0, injured: 0, ill: 0, unknown: 0 };

describe('one severity for each victim', () => {
  it('puts the dead first, then missing, injured, ill and unknown', () => {
    expect(severitiesOf({ deaths: 1, missing: 1, injured: 2, ill: 1, unknown: 1 })).toEqual([
      'death',
      'missing',
      'injury',
      'injury',
      'illness',
      'unknown',
    ]);
  });

  it('has at least one, and no more than the cap', () => {
    expect(severitiesOf(NONE)).toEqual(['unknown']);
    const many = severitiesOf({ ...NONE, deaths: 3, injured: 999 });
    expect(many).toHaveLength(MOST_VICTIMS);
    expect(countSeverities(many)).toEqual([
      { severity: 'death', count: 3 },
      { severity: 'injury', count: MOST_VICTIMS - 3 },
    ]);
  });

  it('is corrected by hand: a severity for all, a count that cuts or extends', () => {
    const read = ['death', 'injury', 'injury'] as const;
    expect(severitiesByHand(read, {})).toEqual(read);
    expect(severitiesByHand(read, { severity: 'missing' })).toEqual(['missing', 'missing', 'missing']);
    expect(severitiesByHand(read, { victims: 2 })).toEqual(['death', 'injury']);
    expect(severitiesByHand(read, { victims: 5 })).toEqual(['death', 'injury', 'injury', 'unknown', 'unknown']);
    expect(severitiesByHand(read, { victims: 4, severity: 'death' })).toEqual(['death', 'death', 'death', 'death']);
  });
});
