import { describe, expect, it } from 'vitest';
import { loadGeography } from './geography.ts';
import { proposeBranches } from './propose-branches.ts';

const { router } = loadGeography();
const IPOH = { name: 'Ipoh', state: 'Perak', lat: 4.6, lon: 101.08 };
const KUANTAN = { name: 'Kuantan', state: 'Pahang', lat: 3.81, lon: 103.33 };
const world = { router, avoid: new Set<string>(), loads: new Map<string, number>(), spread: false };
const crash = (n: number) => Array.from({ length: n }, (_, i) => ({ case: `c${i}`, place: IPOH, kin: null }));

describe('proposing branches', () => {
  it('gives each case to the nearest office that takes any, and says how far it is', () => {
    const [first] = proposeBranches(crash(1), world);
    expect(first).toMatchObject({ branch: router.route(IPOH).branch, reason: { key: 'candidate.near' } });
    const flooded = proposeBranches(crash(3), { ...world, avoid: new Set([first?.branch ?? '']) });
    expect(flooded).toHaveLength(3);
    expect(flooded.some(({ branch }) => branch === first?.branch)).toBe(false);
  });

  it('does not offer a case to any office that declined it', () => {
    const route = router.route(IPOH);
    const nearest = route.branch;
    const next = route.alternatives.find(({ branch }) => branch !== nearest)?.branch ?? '';
    const declined = new Set([nearest, next]);
    const [one, other] = proposeBranches([{ case: 'c', place: IPOH, kin: null, declined }, ...crash(1)], world);
    expect(one === undefined || declined.has(one.branch)).toBe(false);
    expect(other?.branch).toBe(nearest);
  });

  it('lets the heirs’ office act where their town is known', () => {
    const [one] = proposeBranches([{ case: 'c', place: IPOH, kin: KUANTAN }], world);
    expect(one).toMatchObject({ branch: router.route(KUANTAN).branch, reason: { key: 'candidate.heirs' } });
  });

  it('shares the victims of one accident out over the nearest offices by load, always alike', () => {
    const shared = proposeBranches(crash(24), { ...world, spread: true });
    const by = new Set(shared.map(({ branch }) => branch));
    expect(by.size).toBeGreaterThan(1);
    expect(by.size).toBeLessThanOrEqual(4);
    expect(proposeBranches(crash(24), { ...world, spread: true })).toEqual(shared);
    const nearest = router.route(IPOH).branch;
    const busy = proposeBranches(crash(24), { ...world, spread: true, loads: new Map([[nearest, 40]]) });
    const count = (plan: typeof shared) => plan.filter(({ branch }) => branch === nearest).length;
    expect(count(busy)).toBeLessThan(count(shared));
  });

  it('has no word for a case nobody can place', () => {
    expect(proposeBranches([{ case: 'c', place: null, kin: null }], world)).toEqual([]);
  });
});
