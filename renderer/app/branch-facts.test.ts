import { describe, expect, it } from 'vitest';
import { makeSay } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branchCautions, branchFacts } from './branch-facts.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const say = makeSay({ lang: 'en', names: { branch: (code) => code, person: (id) => id, now: NOW } });
const office: Candidate = {
  branch: 'IPH',
  km: 12,
  active: 2,
  late: 1,
  suggested: true,
  reason: { key: 'route.nearest' },
  refused: null,
  verdict: 'yes',
  ghosts: [],
};

describe('branchFacts', () => {
  it('says suggested, who leads now, how far, and the load', () => {
    expect(branchFacts(office, 'IPH', say)).toEqual(['suggested', 'leads now', '12 km', '2 active', '1 late']);
  });

  it('says whose office it is where that tells more than a distance', () => {
    const params = { town: { t: 'text', v: 'Ipoh' }, km: { t: 'km', v: 1.2 } } as const;
    const facts = branchFacts({ ...office, suggested: false, reason: { key: 'candidate.heirs', params } }, null, say);
    expect(facts[0]).toMatch(/heirs’ office in Ipoh, 1.2 km/);
    expect(facts).not.toContain('12 km');
  });
});

describe('branchCautions', () => {
  it('says that nobody is on duty, and that it declined and when', () => {
    expect(branchCautions({ ...office, duty: [], declinedAt: NOW }, say, NOW)).toEqual([
      'declined 10:00',
      'nobody on duty',
    ]);
  });

  it('is silent where somebody is on duty, where nobody asked, and where it is refused anyway', () => {
    expect(branchCautions({ ...office, duty: ['Aminah'] }, say, NOW)).toEqual([]);
    expect(branchCautions(office, say, NOW)).toEqual([]);
    expect(branchCautions(null, say, NOW)).toEqual([]);
    expect(branchCautions(null, say, NOW, [])).toEqual(['nobody on duty']);
    expect(branchCautions({ ...office, duty: [], refused: { key: 'failure.already-lead' } }, say, NOW)).toEqual([]);
  });
});
