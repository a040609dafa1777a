import { describe, expect, it } from 'vitest';
import type { AssignmentFact } from './clock-facts.ts';
import { declinedOffices } from './declined-offices.ts';

const moment = (ms: number) => ({ ms, certain: true, event: 'e', actor: 'a' });
const given = (branch: string, declinedAt?: number): AssignmentFact => ({
  id: `${branch} ${declinedAt}`,
  branch,
  from: moment(0),
  acknowledged: null,
  until: null,
  ...(declinedAt === undefined ? {} : { declined: { ...moment(declinedAt), reason: 'no-officer' } }),
});

describe('declinedOffices', () => {
  it('names every office that declined, with its last no', () => {
    expect([...declinedOffices({ assignments: [given('TWU', 5), given('SDK', 9), given('LHD')] })]).toEqual([
      ['TWU', 5],
      ['SDK', 9],
    ]);
  });

  it('forgets a no after which the office was given the case again', () => {
    expect(declinedOffices({ assignments: [given('TWU', 5), given('TWU')] }).size).toBe(0);
    expect(declinedOffices({ assignments: [given('TWU', 5), given('TWU', 8)] }).get('TWU')).toBe(8);
  });
});
